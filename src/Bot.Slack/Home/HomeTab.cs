using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Slack.Rendering;
using Bot.Slack.Replies;
using Bot.Slack.Requests;
using Bot.Slack.WebApi;

namespace Bot.Slack.Home;

/// <summary>The page that the app shows to each member: https://docs.slack.dev/surfaces/app-home.</summary>
internal sealed partial class HomeTab(RouteReader routes, SlackWebApi api, ILogger<HomeTab> logger)
{
    // Whichever of these the seminar has, in this order.
    private static readonly string[] Sections = ["debate today", "readings", "help"];

    /// <summary>Puts the page together and shows it to whoever opened it.</summary>
    public async Task PublishAsync(ISeminar seminar, JsonElement envelope, CancellationToken cancellationToken)
    {
        var user = envelope.Text("event", "user");
        if (routes.Route(envelope.Text("team_id"), envelope.Text("enterprise_id"), user, user, null) is not { } route)
        {
            return;
        }

        var blocks = new List<ReplyBlock>();
        foreach (var name in Sections.Where(name => seminar.Commands.Any(info => info.Name == name)))
        {
            var command = new ChatCommand { Name = name, Channel = route.Address, User = new ChatUser(route.User) };
            blocks.Add(new HeadingBlock(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name[..1]) + name[1..]));
            blocks.AddRange(ReplyMessages.Written(await seminar.HandleAsync(command, cancellationToken)).Blocks);
        }

        await ShowAsync(route, blocks, envelope.Text("event", "view", "hash"), cancellationToken);
    }

    private async Task ShowAsync(ReplyRoute route, List<ReplyBlock> blocks, string? hash, CancellationToken cancellationToken)
    {
        var view = new JsonObject
        {
            ["type"] = "home",
            ["blocks"] = BlockKit.ArrayOf(MessageRenderer.Blocks(blocks).Take(SlackLimits.ViewBlocks)),
        };
        var answer = await api.CallAsync(
            route.Workspace, "views.publish", new JsonObject { ["user_id"] = route.User, ["view"] = view, ["hash"] = hash }, cancellationToken);

        // A page that was changed meanwhile is as new as this one.
        if (answer.Problem is { } problem && answer is not ApiAnswer.Refused { Error: "hash_conflict" })
        {
            LogNotShown(problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "App Home could not be shown. {Problem}")]
    private partial void LogNotShown(string problem);
}
