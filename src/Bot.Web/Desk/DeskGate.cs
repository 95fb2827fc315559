using Bot.Storage;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>What every request for a page of the desk goes through: it is for teachers alone, and for channels that there are.</summary>
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
                    return frames.Say(http, member, "No such channel", "There is no channel of that name here.", StatusCodes.Status404NotFound);
                }

                DeskFrames.Remember(http, channel);
            }

            return await next(context);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return frames.Say(http, member, "The database does not answer", $"{unavailable.Message} Nothing is lost.", StatusCodes.Status503ServiceUnavailable);
        }
    }
}
