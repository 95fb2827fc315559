using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Bot.Api.Access;

/// <summary>
/// Guards every address of the API and of the MCP server. If keys are set, every request needs one. Otherwise only programs on this machine get answers,
/// and nobody does if requests can come through a proxy.
/// </summary>
internal sealed partial class ApiGate(ApiKeys keys, RequestLimits limits, Exposure exposure, ILogger<ApiGate> logger)
{
    // The longest body is an essay whose quotes are checked.
    private const int MaxBytes = 256 * 1024;
    private static readonly ApiProblem TooLarge = new(StatusCodes.Status413PayloadTooLarge, $"A body has at most {MaxBytes / 1024} kB.");

    private const string Local = "local";

    /// <summary>The caller of a request: the name of its key, or “local”.</summary>
    public static string CallerOf(HttpContext context) => context.Items[typeof(ApiGate)] as string ?? Local;

    /// <summary>Adds the gate to endpoints. It is part of them, so that no order of middleware can bypass it.</summary>
    public void Guard(IEndpointConventionBuilder endpoints) => endpoints.Add(endpoint =>
    {
        if (endpoint.RequestDelegate is { } inner)
        {
            endpoint.RequestDelegate = context => RunAsync(context, inner);
        }
    });

    private async Task RunAsync(HttpContext context, RequestDelegate inner)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (Refuse(context) is { } problem)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        try
        {
            await inner(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            var isTooLarge = broken.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await (isTooLarge ? TooLarge : new ApiProblem(broken.StatusCode, "The body ended too early.")).ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The edge: the caller gets a status, and the log has the exception.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogFault(fault, context.Request.Method);
            await new ApiProblem(StatusCodes.Status500InternalServerError, "Something went wrong in the program; it is in the log.").ExecuteAsync(context);
        }
    }

    private ApiProblem? Refuse(HttpContext context)
    {
        if (RequestOrigin.IsOtherSite(context.Request))
        {
            return new ApiProblem(StatusCodes.Status403Forbidden, "Requests from pages of other sites are refused.");
        }

        var (caller, refusal) = keys.Any ? IdentifyByKey(context) : IdentifyByPlace(context);
        if (caller is null)
        {
            return refusal;
        }

        context.Items[typeof(ApiGate)] = caller;
        if (!limits.Take(caller, context.Response))
        {
            return new ApiProblem(StatusCodes.Status429TooManyRequests, "This key has used up its requests. The header Retry-After says when to continue.");
        }

        return IsTooLarge(context) ? TooLarge : null;
    }

    private (string? Caller, ApiProblem? Refusal) IdentifyByKey(HttpContext context)
    {
        var given = context.Request.Headers.Authorization is [{ } header] && Bearer.Match(header) is { Success: true } match ? match.Groups["key"].Value : "";
        if (keys.NameOf(given) is { } name)
        {
            return (name, null);
        }

        context.Response.Headers[HeaderNames.WWWAuthenticate] = given.Length == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return (null, new ApiProblem(
            StatusCodes.Status401Unauthorized,
            given.Length == 0 ? "A key is needed, in the header “Authorization: Bearer KEY”." : "That is not a key of this program."));
    }

    private (string? Caller, ApiProblem? Refusal) IdentifyByPlace(HttpContext context)
    {
        var why = exposure.IsPublic
            ? "No key is set, and others can send requests to this program, so all requests are refused. Set Api:Keys."
            : RequestOrigin.FindRefusal(context);
        return why is null ? (Local, null) : (null, new ApiProblem(StatusCodes.Status403Forbidden, why));
    }

    private static bool IsTooLarge(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBytes;
        }

        return context.Request.ContentLength > MaxBytes;
    }

    [GeneratedRegex("^Bearer +(?<key>[A-Za-z0-9._~+/=-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer { get; }

    [LoggerMessage(LogLevel.Error, "A {Method} request to the API failed.")]
    private partial void LogFault(Exception fault, string method);
}

/// <summary>The clients that can reach the program.</summary>
/// <param name="IsPublic"> Whether others can send requests here, as a chat platform does. Then there is a proxy in front, and everything that it forwards
/// seems to come from this machine.
/// </param>
internal sealed record Exposure(bool IsPublic);
