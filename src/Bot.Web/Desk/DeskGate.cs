using Bot.Storage;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>Filters all requests for the desk: only teachers are admitted, and only existing channels.</summary>
internal sealed class DeskGate(DeskChannels channels, PageFrames frames, FormGate forms) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var member = PageFrames.MemberOf(http);
        if (!member.IsTeacher)
        {
            return HttpMethods.IsPost(http.Request.Method)
                ? forms.RefuseStudent(http, member)
                : Results.LocalRedirect(PageAddresses.SignIn(http.Request.Path + http.Request.QueryString));
        }

        try
        {
            if (http.GetRouteValue("channel") is string code)
            {
                if (await channels.FindAsync(code, http.RequestAborted) is not { } channel)
                {
                    return frames.Say(http, member, ShellTexts.NoChannelTitle, ShellTexts.NoChannel, StatusCodes.Status404NotFound);
                }

                DeskFrames.Remember(http, channel);
            }

            return await next(context);
        }
        catch (DatabaseUnavailableException)
        {
            return frames.Say(http, member, DeskTexts.NoDatabaseTitle, DeskTexts.NoDatabase, StatusCodes.Status503ServiceUnavailable);
        }
    }
}
