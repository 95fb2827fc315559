using System.Text;
using System.Text.Json;
using Bot.Api.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bot.Api.Mcp;

/// <summary>
/// Checks each body before the library reads it, because the library reports malformed texts as its own errors: it only gets JSON
/// in UTF-8 with well-formed strings.
/// </summary>
internal static class MessageCheck
{
    /// <summary>Puts the check before endpoints, as a part of them.</summary>
    public static void Guard(IEndpointConventionBuilder endpoints) => endpoints.Add(endpoint =>
    {
        if (endpoint.RequestDelegate is { } inner)
        {
            endpoint.RequestDelegate = context => RunAsync(context, inner);
        }
    });

    private static async Task RunAsync(HttpContext context, RequestDelegate inner)
    {
        var (text, problem) = HttpMethods.IsPost(context.Request.Method) ? await RequestBody.ReadAsync(context.Request) : ("{}", null);
        if (problem is null && !IsWellFormed(text ?? ""))
        {
            problem = new ApiProblem(StatusCodes.Status400BadRequest, "The body is not JSON, or contains half of a Unicode character.");
        }

        if (problem is not null)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(text ?? ""));
        try
        {
            await inner(context);
        }
        catch (JsonException) when (!context.Response.HasStarted)
        {
            // The library validates some messages only after it has accepted them.
            await new ApiProblem(StatusCodes.Status400BadRequest, "The message lacks a field that its method needs.").ExecuteAsync(context);
        }
    }

    private static bool IsWellFormed(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return HasWholeTexts(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for half of a surrogate pair in a name.
            return false;
        }
    }

    private static bool HasWholeTexts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonTexts.IsText(element),
        JsonValueKind.Array => element.EnumerateArray().All(HasWholeTexts),
        JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && HasWholeTexts(property.Value)),
        _ => true,
    };
}
