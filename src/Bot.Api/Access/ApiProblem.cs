using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Api.Access;

/// <summary>An error of a request, as problem details (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">The problem and how to fix it, in whole sentences.</param>
internal sealed record ApiProblem(int Status, string Detail) : IResult
{
    public const string MediaType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var details = new ProblemDetails { Type = "about:blank", Title = ReasonPhrases.GetReasonPhrase(Status), Status = Status, Detail = Detail };
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = MediaType;
        return JsonSerializer.SerializeAsync(httpContext.Response.Body, details, ProblemJson.Readable.ProblemDetails, httpContext.RequestAborted);
    }
}

[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    public static ProblemJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
