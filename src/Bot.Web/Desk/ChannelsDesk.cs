using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The list of all channels, if there is more than one.</summary>
internal sealed class ChannelsDesk(PageFrames frames, DeskChannels channels)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var all = await channels.ListAsync(cancellationToken);
        return all.Count == 1
            ? Results.LocalRedirect(PageAddresses.Desk(all[0].Channel.Code))
            : PageFrames.Page<ChannelsPage>(new ChannelsModel(frames.Of(context), all));
    }
}

/// <summary>The model of that page.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channels">All channels, grouped by server or workspace.</param>
public sealed record ChannelsModel(PageFrame Frame, IReadOnlyList<ListedChannel> Channels);
