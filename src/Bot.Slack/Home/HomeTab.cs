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
    private const string Today = "debate today";
    private const int MostChannels = 200;
    private const int MostMotionBlocks = 40;

    // Whichever of these the seminar has, in this order, below today's motions.
    private static readonly string[] Sections = ["readings", "help"];

    /// <summary>Puts the page together and shows it to whoever opened it.</summary>
    public async Task PublishAsync(ISeminar seminar, JsonElement envelope, CancellationToken cancellationToken)
    {
        var user = envelope.Text("event", "user");
        if (routes.Route(envelope.Text("team_id"), envelope.Text("enterprise_id"), user, user, null) is not { } route)
        {
            return;
        }

        var blocks = new List<ReplyBlock>();
        if (Has(seminar, Today))
        {
            blocks.AddRange(await MotionsAsync(seminar, route, cancellationToken));
        }

        foreach (var name in Sections.Where(name => Has(seminar, name)))
        {
            blocks.Add(new HeadingBlock(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name)));
            blocks.AddRange((await AskAsync(seminar, name, route.User, route.Address, cancellationToken)).Blocks);
        }

        await ShowAsync(route, blocks, envelope.Text("event", "view", "hash"), cancellationToken);
    }

    // Of the channels that the member is in, and of no other: a motion of a private channel is for those in it.
    private async Task<IReadOnlyList<ReplyBlock>> MotionsAsync(ISeminar seminar, ReplyRoute route, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            route.Workspace,
            "users.conversations",
            new JsonObject { ["user"] = route.User, ["types"] = "public_channel,private_channel", ["exclude_archived"] = true, ["limit"] = MostChannels },
            cancellationToken);
        if (answer is not ApiAnswer.Done { Body: var body })
        {
            LogNoMotions(answer.Problem ?? "");
            return [];
        }

        var motions = new List<ReplyBlock>();
        foreach (var channel in body.List("channels").Select(channel => channel.Text("id")).OfType<string>())
        {
            var reply = await AskAsync(seminar, Today, route.User, route.Address with { Channel = channel }, cancellationToken);
            if (reply.Status == ReplyStatus.Answered && motions.Count + reply.Blocks.Count <= MostMotionBlocks)
            {
                motions.AddRange(reply.Blocks);
            }
        }

        return motions.Count > 0 ? motions : (await AskAsync(seminar, Today, route.User, route.Address, cancellationToken)).Blocks;
    }

    private static bool Has(ISeminar seminar, string name) => seminar.Commands.Any(info => info.Name == name);

    private static async Task<ChatReply> AskAsync(ISeminar seminar, string name, string user, ChannelAddress channel, CancellationToken cancellationToken) =>
        ReplyMessages.Written(await seminar.HandleAsync(new ChatCommand { Name = name, Channel = channel, User = new ChatUser(user) }, cancellationToken));

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

    [LoggerMessage(LogLevel.Warning, "App Home is shown without the motions of the day. {Problem}")]
    private partial void LogNoMotions(string problem);

    [LoggerMessage(LogLevel.Warning, "App Home could not be shown. {Problem}")]
    private partial void LogNotShown(string problem);
}
