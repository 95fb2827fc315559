using Bot.Seminar.Channels;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The desk page with a channel's settings: a form built from the command's description.</summary>
internal sealed class SettingsDesk(DeskFrames frames, ChannelDesk desk, ChannelSettings settings)
{
    /// <summary>The last part of the page's address.</summary>
    public const string Page = "settings";

    /// <summary>The command that the form runs.</summary>
    public const string Command = "settings";

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet($"/{Page}", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var now = await settings.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken);
        var info = desk.Seminar?.Commands.Where(command => command.Name == Command).Select(CommandTranslations.Translate).FirstOrDefault();
        return PageFrames.Page<SettingsPage>(new SettingsModel(
            frames.Of(context),
            info?.Details ?? "",
            [.. (info?.Options ?? []).Select(option => new ChannelSetting(option, now.GetValueOrDefault(option.Name, option.Choices[0])))]));
    }
}

/// <summary>The model of that page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Details">What the settings do.</param>
/// <param name="Settings">The current settings.</param>
public sealed record SettingsModel(DeskFrame Desk, string Details, IReadOnlyList<ChannelSetting> Settings);

/// <summary>A setting of a channel.</summary>
/// <param name="Option">The option of the command that changes it.</param>
/// <param name="Value">The current value.</param>
public sealed record ChannelSetting(OptionInfo Option, string Value);
