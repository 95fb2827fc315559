using Bot.Web.Members;
using Bot.Web.Safety;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Bot.Web.Pages;

/// <summary>What every request for a page goes through before anything is done for it.</summary>
internal sealed class PageGate(
    LocalVisitors visitors,
    ClientRates rates,
    MemberCookie members,
    IAntiforgery antiforgery,
    PageFrames frames,
    Doors doors,
    IOptions<WebOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SafeHeaders.AddTo(http.Response);
        if (!visitors.Admit(http))
        {
            return Results.Text(
                "These pages are open on the machine alone that the program runs on, at http://localhost. Set Web:Password to open them to others.",
                statusCode: StatusCodes.Status403Forbidden);
        }

        if (!rates.TryRequest(http))
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.Text("That is too much from your address at once. Please wait a minute.", statusCode: StatusCodes.Status429TooManyRequests);
        }

        TellScheme(http);
        var isForm = HttpMethods.IsPost(http.Request.Method);
        var member = await MemberCookie.ReadAsync(http) ?? (isForm ? null : await members.MeetAsync(http));
        var mostBytes = MostBytes(http, member);
        if (isForm && http.Request.ContentLength > mostBytes)
        {
            return frames.Say(
                http,
                member,
                "That is too large",
                $"The most that is taken here at once is {mostBytes / 1024:N0} kB. Nothing was done.",
                StatusCodes.Status413PayloadTooLarge);
        }

        if (member is null || (isForm && !await IsOurFormAsync(http, mostBytes)))
        {
            return frames.Say(
                http,
                member,
                "Please try once more",
                "This page was open for too long, the program was started again, or your browser takes no cookies. Nothing was done.",
                StatusCodes.Status400BadRequest);
        }

        PageFrames.Remember(http, member);
        var needsNoPassword = http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null;
        return member.IsAdmitted || member.IsTeacher || !doors.AreClosed || needsNoPassword
            ? await next(context)
            : Results.LocalRedirect(PageAddresses.SignIn(isForm ? "/" : http.Request.Path + http.Request.QueryString));
    }

    // A proxy that speaks HTTPS passes requests on without it; cookies are then for HTTPS alone all the same.
    private void TellScheme(HttpContext context)
    {
        if (options.Value.PublicAddress is { } address && address.Host.Equals(context.Request.Host.Host, StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Scheme = address.Scheme;
        }
    }

    private static long MostBytes(HttpContext context, Member? member) =>
        member is { IsTeacher: true } && context.GetEndpoint()?.Metadata.GetMetadata<TakesFiles>() is { } files ? files.Bytes : WebLimits.FormBytes;

    private async Task<bool> IsOurFormAsync(HttpContext context, long mostBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = mostBytes;
        }

        try
        {
            return context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // The form is too long, or cannot be read.
            return false;
        }
    }
}

/// <summary>Marks a form that teachers send files with.</summary>
/// <param name="bytes">The most bytes of the whole form.</param>
internal sealed class TakesFiles(long bytes)
{
    /// <summary>The most bytes of the whole form.</summary>
    public long Bytes => bytes;
}

/// <summary>Marks a page that is shown without the password of the pages.</summary>
internal sealed class OpenToAll;
