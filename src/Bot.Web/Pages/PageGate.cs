using Bot.Web.Members;
using Bot.Web.Safety;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Web.Pages;

/// <summary>Filters every request for a page before it is handled.</summary>
internal sealed class PageGate(
    LocalVisitors visitors,
    ClientRates rates,
    MemberCookie members,
    FormGate forms,
    Doors doors,
    IOptions<WebOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SafeHeaders.AddTo(http.Response);
        http.Response.Headers.Vary = PageLanguage.Vary;
        if (!visitors.Admit(http))
        {
            return Results.Text(RefusalTexts.OnlyHere, statusCode: StatusCodes.Status403Forbidden);
        }

        if (!rates.TryRequest(http))
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.Text(RefusalTexts.TooMuch, statusCode: StatusCodes.Status429TooManyRequests);
        }

        TellScheme(http);
        var isForm = HttpMethods.IsPost(http.Request.Method);
        var member = await MemberCookie.ReadAsync(http) ?? (isForm ? null : await members.MeetAsync(http));
        if (member is null)
        {
            return forms.RefuseUnknown(http);
        }

        if (isForm && await forms.RefuseAsync(http, member) is { } refusal)
        {
            return refusal;
        }

        PageFrames.Remember(http, member);
        var needsNoPassword = http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null;
        return member.IsAdmitted || member.IsTeacher || !doors.AreClosed || needsNoPassword
            ? await next(context)
            : Results.LocalRedirect(PageAddresses.SignIn(isForm ? "/" : http.Request.Path + http.Request.QueryString));
    }

    // An HTTPS proxy forwards requests over HTTP; the scheme is corrected so that cookies are still sent over HTTPS only.
    private void TellScheme(HttpContext context)
    {
        if (options.Value.PublicAddress is { } address && address.Host.Equals(context.Request.Host.Host, StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Scheme = address.Scheme;
        }
    }
}

/// <summary>Endpoint metadata of a page that needs no password.</summary>
internal sealed class OpenToAll;
