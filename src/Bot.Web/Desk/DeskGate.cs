using Bot.Storage;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>What every request for a page of the desk goes through: it is for teachers alone, and for channels that there are.</summary>
internal sealed class DeskGate(ChannelLogs logs, PageFrames frames) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var member = PageFrames.MemberOf(http);
        var channel = http.GetRouteValue("channel") as string ?? "";
        if (!member.IsTeacher)
        {
            return Results.LocalRedirect(PageAddresses.SignIn(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/desk"));
        }

        if (logs.Find(channel) is null)
        {
            return frames.Say(http, member, "No such channel", "There is no channel of that name here.", StatusCodes.Status404NotFound);
        }

        try
        {
            return await next(context);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return frames.Say(http, member, "The database does not answer", $"{unavailable.Message} Nothing is lost.", StatusCodes.Status503ServiceUnavailable);
        }
    }
}
