using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Slack.Rendering;
using Bot.Slack.Replies;

namespace Bot.Slack.Home;

/// <summary>The app's home page for each member: https://docs.slack.dev/surfaces/app-home.</summary>
internal sealed partial class HomeTab(SlackWebApi api, ILogger<HomeTab> logger)
{
    private const string Today = "debate today";

    // The maximum that Slack recommends: https://docs.slack.dev/reference/methods/users.conversations.
    private const int PageSize = 200;
    private const int MaxChannels = 1000;

    // The sections below today's motions, if the seminar has these commands.
    private static readonly (string Name, Func<string> Heading)[] Sections = [("readings", () => HomeTexts.Readings), ("help", () => HomeTexts.Help)];

    /// <summary>Builds the page and shows it to the member who opened it.</summary>
    /// <param name="seminar">Makes the content.</param>
    /// <param name="route">The member who opened it.</param>
    /// <param name="hash">The hash of the page to replace, so that an older page does not replace a newer one; null if there is none yet.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task PublishAsync(ISeminar seminar, ReplyRoute route, string? hash, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(route.Address, null, cancellationToken);
        var blocks = new List<ReplyBlock>();
        if (Has(seminar, Today))
        {
            blocks.AddRange(await ShowMotionsAsync(seminar, route, cancellationToken));
        }

        foreach (var (name, heading) in Sections.Where(section => Has(seminar, section.Name)))
        {
            blocks.Add(new HeadingBlock(heading()));
            blocks.AddRange((await AskAsync(seminar, name, route, [], cancellationToken)).Blocks);
        }

        await ShowAsync(route, blocks, hash, cancellationToken);
    }

    // Only for the member's own channels, because a private channel's motion is only for its members.
    private async Task<IReadOnlyList<ReplyBlock>> ShowMotionsAsync(ISeminar seminar, ReplyRoute route, CancellationToken cancellationToken)
    {
        var (channels, problem) = await ReadChannelsAsync(route, cancellationToken);
        if (problem is not null)
        {
            LogNoMotions(problem);
            return [];
        }

        return (await AskAsync(seminar, Today, route, [.. channels.Select(channel => route.Address with { Channel = channel })], cancellationToken)).Blocks;
    }

    private async Task<(IReadOnlyList<string> Channels, string? Problem)> ReadChannelsAsync(ReplyRoute route, CancellationToken cancellationToken)
    {
        var channels = new List<string>();
        string? cursor = null;
        do
        {
            var arguments = new JsonObject
            {
                ["user"] = route.User,
                ["types"] = "public_channel,private_channel",
                ["exclude_archived"] = true,
                ["limit"] = PageSize,
                ["cursor"] = cursor,

                // Needed for an organization's token, which covers many workspaces.
                ["team_id"] = route.Workspace.Team,
            };
            var answer = await api.CallAsync(route.Workspace, "users.conversations", arguments, cancellationToken);
            if (answer is not ApiAnswer.Done { Body: var body })
            {
                return ([], answer.Problem);
            }

            channels.AddRange(body.List("channels").Select(channel => channel.Text("id")).OfType<string>());
            cursor = body.Text("response_metadata", "next_cursor");
        }
        while (!string.IsNullOrEmpty(cursor) && channels.Count < MaxChannels);

        return (channels, null);
    }

    private static bool Has(ISeminar seminar, string name) => seminar.Commands.Any(info => info.Name == name);

    private static async Task<ChatReply> AskAsync(
        ISeminar seminar, string name, ReplyRoute route, IReadOnlyList<ChannelAddress> also, CancellationToken cancellationToken)
    {
        var command = new ChatCommand { Name = name, Channel = route.Address, Also = also, User = new ChatUser(route.User), Style = CommandStyle.Slash };
        return ReplyMessages.WriteOut(await seminar.HandleAsync(command, cancellationToken));
    }

    private async Task ShowAsync(ReplyRoute route, List<ReplyBlock> blocks, string? hash, CancellationToken cancellationToken)
    {
        var view = new JsonObject
        {
            ["type"] = "home",
            ["blocks"] = BlockKit.ArrayOf(MessageRenderer.Render(blocks).Take(SlackLimits.ViewBlocks)),
        };
        var answer = await api.CallAsync(
            route.Workspace, "views.publish", new JsonObject { ["user_id"] = route.User, ["view"] = view, ["hash"] = hash }, cancellationToken);

        // A page that was changed in the meantime is equally new.
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
