using System.Security.Cryptography;
using System.Text.Json;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Slack.Workspaces;

/// <summary>Stores installations in the database, encrypted.</summary>
internal sealed partial class InstallationStore(Database database, IDataProtectionProvider protection, TimeProvider time, ILogger<InstallationStore> logger)
{
    private const string Prefix = "slack/";

    private readonly IDataProtector protector = protection.CreateProtector("Bot.Slack.Installation.v1");

    /// <summary>The installation of a workspace, with its stored text; null if there is none that can be read.</summary>
    /// <exception cref="DatabaseUnavailableException">The database is unavailable.</exception>
    public async Task<(Installation Installation, string Kept)?> FindAsync(string account, CancellationToken cancellationToken)
    {
        var kept = await ReadValueAsync(NameOf(account), cancellationToken);
        return kept is not null && Read(kept) is { } installation ? (installation, kept) : null;
    }

    /// <summary>The workspaces and organizations that installed the app. Does not create a missing database.</summary>
    public async Task<IReadOnlyList<string>> ListAccountsAsync(CancellationToken cancellationToken)
    {
        if (!database.IsShared && !File.Exists(database.Name))
        {
            return [];
        }

        var names = await database.ReadAsync(
            session => session.QueryAsync<string>("SELECT name FROM secrets WHERE name LIKE @names ORDER BY name", new { names = $"{Prefix}%" }), cancellationToken);
        return [.. names.Select(name => name[Prefix.Length..])];
    }

    /// <summary>Stores an installation, and replaces an existing one.</summary>
    public Task PutAsync(string account, Installation installation, CancellationToken cancellationToken) =>
        KeepAsync(NameOf(account), Write(installation), cancellationToken);

    /// <summary>Replaces an installation if it has not changed in the meantime.</summary>
    public Task ReplaceAsync(string account, string kept, Installation next, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE secrets SET value = @value, changed_at = @now WHERE name = @name AND value = @kept",
            new { name = NameOf(account), value = Write(next), kept, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellationToken);

    /// <summary>Deletes an installation.</summary>
    public Task ForgetAsync(string account, CancellationToken cancellationToken) => DeleteAsync(NameOf(account), cancellationToken);

    /// <summary>The organization of a workspace; null if unknown.</summary>
    public Task<string?> OrganizationOfAsync(string team, CancellationToken cancellationToken) => ReadValueAsync(OrganizationName(team), cancellationToken);

    /// <summary>Stores the organization of a workspace.</summary>
    public Task NoteOrganizationAsync(string team, string organization, CancellationToken cancellationToken) =>
        KeepAsync(OrganizationName(team), organization, cancellationToken);

    /// <summary>Deletes the organization of a workspace.</summary>
    public Task ForgetOrganizationOfAsync(string team, CancellationToken cancellationToken) => DeleteAsync(OrganizationName(team), cancellationToken);

    private Task<int> DeleteAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync("DELETE FROM secrets WHERE name = @name", new { name }), cancellationToken);

    private Task<string?> ReadValueAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ReadFirstAsync<string>("SELECT value FROM secrets WHERE name = @name", new { name }), cancellationToken);

    private Task<int> KeepAsync(string name, string value, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            "INSERT INTO secrets (name, value, changed_at) VALUES (@name, @value, @now) "
            + "ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at",
            new { name, value, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellationToken);

    private static string OrganizationName(string team) => $"slack-organization/{team}";

    private static string NameOf(string account) => $"{Prefix}{account}";

    private string Write(Installation installation) => DatabaseKeys.Use(() => protector.Protect(JsonSerializer.Serialize(installation)));

    private Installation? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<Installation>(DatabaseKeys.Use(() => protector.Unprotect(kept)));
        }
        catch (CryptographicException)
        {
            LogUnreadable();
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "A workspace's token cannot be decrypted: its encryption keys are missing. Install the app there again.")]
    private partial void LogUnreadable();
}
