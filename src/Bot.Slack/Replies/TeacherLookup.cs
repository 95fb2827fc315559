using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Replies;

/// <summary>
/// Finds out who is a teacher: the members and user groups in the settings, and the workspace's admins and owners, which are requested from Slack and
/// cached.
/// </summary>
internal sealed partial class TeacherLookup(
    SlackWebApi api, TeacherGroups groups, IOptions<SlackOptions> options, TimeProvider time, ILogger<TeacherLookup> logger)
{
    private const int MaxKnown = 10_000;
    private static readonly TimeSpan CacheDuration = TimeSpan.FromMinutes(10);

    private readonly IReadOnlySet<string> named = options.Value.TeacherIds;
    private readonly bool servesSeveral = options.Value.ServesSeveral;
    private readonly BoundedCache<(string Team, string User), bool> admins = new(MaxKnown, time);

    /// <summary>Whether a member is a teacher.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="user">The member.</param>
    /// <param name="timeout">How long to wait for Slack; without an answer the member is not a teacher.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async ValueTask<bool> IsTeacherAsync(Workspace workspace, string user, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (IsNamed(workspace, user))
        {
            return true;
        }

        using var tooLong = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            return await groups.HaveAsync(workspace, user, either.Token) || await IsAdminAsync(workspace, user, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnknown("It did not answer in time.");
            return false;
        }
    }

    // A member's id is unique only within a workspace or organization.
    private bool IsNamed(Workspace workspace, string user) => named.Contains($"{workspace.Team}/{user}")
        || (workspace.Enterprise is { } organization && named.Contains($"{organization}/{user}"))
        || (!servesSeveral && named.Contains(user));

    private async Task<bool> IsAdminAsync(Workspace workspace, string user, CancellationToken cancellationToken)
    {
        if (admins.TryGet((workspace.Team, user), out var isAdmin))
        {
            return isAdmin;
        }

        var answer = await api.CallAsync(workspace, "users.info", new JsonObject { ["user"] = user }, cancellationToken);
        if (answer is not ApiAnswer.Done { Body: var body })
        {
            LogUnknown(answer.Problem ?? "");
            return false;
        }

        isAdmin = IsOurs(body, workspace) && (body.IsTrue("user", "is_admin") || body.IsTrue("user", "is_owner"));
        admins.Set((workspace.Team, user), isAdmin, CacheDuration);
        return isAdmin;
    }

    // In a shared channel, admins of the other workspace or organization are ordinary members.
    private static bool IsOurs(JsonElement body, Workspace workspace) => body.Text("user", "team_id") is not { } team
        || team == workspace.Team
        || (workspace.Enterprise is { } organization && body.Text("user", "enterprise_user", "enterprise_id") == organization);

    [LoggerMessage(LogLevel.Warning, "Slack does not say who is an admin, so only members in Slack:Teachers are teachers. {Problem}")]
    private partial void LogUnknown(string problem);
}
