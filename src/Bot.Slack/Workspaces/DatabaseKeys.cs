using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Xml.Linq;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Bot.Slack.Workspaces;

/// <summary>
/// Keeps the keys that tokens are encrypted with in the database, where all replicas find them. Keys are numbered in the order in which they
/// were made, so that of replicas that make one at the same moment the first has its way and the others take that one.
/// </summary>
internal sealed class DatabaseKeys(Database database, TimeProvider time) : IXmlRepository
{
    private const string Prefix = "keys/";

    private int known;

    // The interface of the key ring has no asynchronous calls. It reads once a day and writes once in months.
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => WriteAsync(element).GetAwaiter().GetResult();

    /// <summary>Does something with the keys.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be asked for them; the key ring itself calls every fault cryptographic.</exception>
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
