using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Xml.Linq;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Bot.Slack.Workspaces;

/// <summary>
/// Stores the token encryption keys in the database, for all replicas. Keys are numbered in order of creation: if replicas create one at the same time, the
/// first wins and the others use it.
/// </summary>
internal sealed class DatabaseKeys(Database database, TimeProvider time) : IXmlRepository
{
    private const string Prefix = "keys/";

    private int known;

    // The key ring's interface is synchronous. It reads once a day and writes every few months.
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => WriteAsync(element).GetAwaiter().GetResult();

    /// <summary>Runs work that uses the keys.</summary>
    /// <exception cref="DatabaseUnavailableException">The database is unavailable; the key ring itself reports every error as a cryptographic one.</exception>
    public static T Use<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (CryptographicException fault) when (CauseOf(fault) is { } unavailable)
        {
            ExceptionDispatchInfo.Throw(unavailable);
            throw;
        }
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var kept = await database.ReadAsync(
            session => session.QueryAsync<string>("SELECT value FROM secrets WHERE name LIKE @names ORDER BY name", new { names = $"{Prefix}%" }),
            CancellationToken.None).ConfigureAwait(false);
        Volatile.Write(ref known, kept.Count);
        return [.. kept.Select(XElement.Parse)];
    }

    private async Task WriteAsync(XElement element)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Volatile.Read(ref known) + 1:00000}");
        await database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO secrets (name, value, changed_at) VALUES (@name, @value, @now) ON CONFLICT (name) DO NOTHING",
                new { name, value = element.ToString(SaveOptions.DisableFormatting), now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
            CancellationToken.None).ConfigureAwait(false);
    }

    private static DatabaseUnavailableException? CauseOf(Exception? fault) =>
        fault is null ? null : fault as DatabaseUnavailableException ?? CauseOf(fault.InnerException);
}
