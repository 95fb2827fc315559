using System.Globalization;
using Bot.Api.Access;
using Bot.Api.Answering;
using Bot.Chat;
using Bot.Chat.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bot.Api.Http;

/// <summary>
/// The addresses of the API: <c>POST /api/v1/ask</c> and so on. Questions are sent in a body, because addresses end up in logs; <c>show</c> and
/// <c>readings</c>, which contain no question, also accept <c>GET</c>.
/// </summary>
internal sealed class LookupEndpoints(Lookups lookups, ApiGate gate)
{
    public const string Root = "/api/v1";
    private const string Json = "application/json";
    private static readonly string[] WithGet = ["show", "readings"];

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var info in lookups.Offered)
        {
            Describe(routes.MapPost($"{Root}/{info.Name}", (Delegate)((HttpContext context) => AnswerBodyAsync(context, info.Name))), info);
            if (WithGet.Contains(info.Name))
            {
                Describe(routes.MapGet($"{Root}/{info.Name}", (Delegate)((HttpContext context) => AnswerQueryAsync(context, info.Name))), info);
            }
        }

        gate.Guard(routes.Map("/api/{**rest}", (Delegate)ExplainMissing).ExcludeFromDescription());
    }

    private void Describe(RouteHandlerBuilder endpoint, CommandInfo info)
    {
        endpoint.WithMetadata(info).Produces<JsonAnswer>(StatusCodes.Status200OK, Json);
        foreach (var status in (int[])[400, 401, 403, 413, 415, 429, 500, 503])
        {
            endpoint.Produces<ProblemDetails>(status, ApiProblem.MediaType);
        }

        gate.Guard(endpoint);
    }

    private async Task<IResult> AnswerBodyAsync(HttpContext context, string command)
    {
        var (body, unreadable) = await RequestBody.ReadAsync(context.Request);
        if (body is null)
        {
            return unreadable ?? new ApiProblem(StatusCodes.Status400BadRequest, "The body cannot be read.");
        }

        var (id, request, problem) = JsonRequest.ParseBody(body, command);
        if (request is null)
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, problem);
        }

        var result = await AnswerAsync(context, request);
        return result is AnswerResult given ? new AnswerResult(given.Answer with { Id = id }) : result;
    }

    private async Task<IResult> AnswerQueryAsync(HttpContext context, string command)
    {
        var text = "";
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in context.Request.Query)
        {
            if (values is not [{ } value])
            {
                return new ApiProblem(StatusCodes.Status400BadRequest, $"The address has “{name}” several times. Write it once.");
            }

            if (name.Equals("text", StringComparison.OrdinalIgnoreCase))
            {
                text = value;
            }
            else
            {
                options[name] = value;
            }
        }

        return await AnswerAsync(context, new JsonRequest(command, text, options));
    }

    private async Task<IResult> AnswerAsync(HttpContext context, JsonRequest request)
    {
        var lookup = await lookups.AnswerAsync("api", ApiGate.CallerOf(context), request, context.RequestAborted);
        if (lookup is null)
        {
            context.Response.Headers.RetryAfter = "1";
            return new ApiProblem(StatusCodes.Status503ServiceUnavailable, "Too many requests wait already. Please try again in a second.");
        }

        return lookup.Reply switch
        {
            { IsFault: true } => new ApiProblem(StatusCodes.Status500InternalServerError, lookup.Answer.Text),
            { Status: ReplyStatus.Error } => new ApiProblem(StatusCodes.Status400BadRequest, lookup.Answer.Text),
            _ => new AnswerResult(lookup.Answer),
        };
    }

    private static ApiProblem ExplainMissing(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (Lookups.Names.FirstOrDefault(name => path.Equals($"{Root}/{name}", StringComparison.OrdinalIgnoreCase)) is { } command)
        {
            var allowed = WithGet.Contains(command) ? "GET, POST" : "POST";
            context.Response.Headers.Allow = allowed;
            return new ApiProblem(StatusCodes.Status405MethodNotAllowed, $"“{command}” takes {allowed}.");
        }

        return new ApiProblem(
            StatusCodes.Status404NotFound,
            string.Create(CultureInfo.InvariantCulture, $"There is nothing here. {Root} has {string.Join(", ", Lookups.Names)} and openapi.json."));
    }
}

/// <summary>An answer as JSON that people can read too.</summary>
internal sealed record AnswerResult(JsonAnswer Answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        return httpContext.Response.WriteAsync(Answer.ToJson(), httpContext.RequestAborted);
    }
}
