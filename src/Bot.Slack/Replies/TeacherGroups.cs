using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Replies;

/// <summary>
/// The user groups of the settings whose members are teachers. Their members are requested from Slack and cached.
/// </summary>
internal sealed partial class TeacherGroups(SlackWebApi api, IOptions<SlackOptions> options, TimeProvider time, ILogger<TeacherGroups> logger)
{
    private const int MaxKnown = 1000;
    private static readonly TimeSpan CacheDuration = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    // Each with its workspace or organization; null for a single workspace.
    private readonly IReadOnlyList<(string? Account, string Group)> named =
    [
        .. options.Value.TeacherIds.Select(id => id.Split('/')).Where(parts => parts[^1].StartsWith('S'))
            .Select(parts => (parts.Length > 1 ? parts[0] : null, parts[^1])),
    ];

    private readonly BoundedCache<(string Team, string Group), FrozenSet<string>> known = new(MaxKnown, time);

    /// <summary>Whether one of the groups contains a member.</summary>
    public async ValueTask<bool> HaveAsync(Workspace workspace, string user, CancellationToken cancellationToken)
    {
        foreach (var (account, group) in named)
        {
            if ((account is null || account == workspace.Team || account == workspace.Enterprise)
                && (await ReadMembersAsync(workspace, group, cancellationToken)).Contains(user))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<FrozenSet<string>> ReadMembersAsync(Workspace workspace, string group, CancellationToken cancellationToken)
    {
        if (known.TryGet((workspace.Team, group), out var members))
        {
            return members;
        }

        // Needed for an organization's token, which covers many workspaces.
        var arguments = new JsonObject { ["usergroup"] = group, ["team_id"] = workspace.Team };
        var answer = await api.CallAsync(workspace, "usergroups.users.list", arguments, cancellationToken);
        members = answer is ApiAnswer.Done { Body: var body } ? body.List("users").Select(user => user.ToString()).ToFrozenSet(StringComparer.Ordinal) : [];
        known.Set((workspace.Team, group), members, answer is ApiAnswer.Done ? CacheDuration : PauseAfterFailure);
        if (answer.Problem is { } problem)
        {
            LogUnknown(group, problem);
        }

        return members;
    }

    [LoggerMessage(LogLevel.Warning, "Slack does not list the members of the user group {Group}, so they are not teachers. {Problem}")]
    private partial void LogUnknown(string group, string problem);
}
