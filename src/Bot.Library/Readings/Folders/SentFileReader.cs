using System.Security.Cryptography;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Readings.Folders;

/// <summary>Reads a file that somebody sent, within the limits for files of the folder.</summary>
public sealed class SentFileReader
{
    private const int MaxName = 150;

    private readonly IFileParser parser;
    private readonly KeptReadings kept;

    internal SentFileReader(IFileParser parser, KeptReadings kept)
    {
        this.parser = parser;
        this.kept = kept;
    }

    /// <summary>How the names of files that are read can end, without the dot.</summary>
    public static IReadOnlyList<string> Extensions => ReadingFormats.Extensions;

    /// <summary>The usual extension of each kind of files that are read, as a person lists them: <c>.txt</c>, <c>.md</c>.</summary>
    public static IReadOnlyList<string> UsualExtensions => ReadingFormats.UsualExtensions;

    /// <summary>Whether a file may have this name. To be asked before the content is fetched.</summary>
    public static bool IsPlainName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxName && !name.StartsWith('.') && !name.Any(letter => letter is '/' or '\\' or ':' || char.IsControl(letter));
    }

    /// <summary>Whether files of this name's kind are read. To be asked before the content is fetched.</summary>
    public static bool IsOfKnownKind(string name) => ReadingFormats.Find(name) is not null;

    /// <summary>The name that the reading of a file gets on a shelf.</summary>
    public static ReadingId ChooseId(IReadOnlyList<Reading> shelf, string file) => ReadingIds.Assign(file, shelf.Select(reading => reading.Id));

    /// <summary>The same for the same content.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexString(SHA256.HashData(content));

    /// <summary>
    /// Reads a file. Bad content is no exception: the result says what is wrong with it. What came of it is kept, so that it is read once.
    /// </summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public Task<SentFile> ReadAsync(string name, byte[] content, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var hash = HashOf(content);
            if (kept.Find(name, hash) is { } known)
            {
                return SentFile.Of(known);
            }

            var parsed = Parse(name, content, cancellationToken);
            if (parsed.Outcome is ParseOutcome.Read or ParseOutcome.Refused or ParseOutcome.Stopped)
            {
                kept.Keep(name, hash, parsed);
            }

            return SentFile.Of(parsed);
        },
        cancellationToken);

    /// <summary>The same for a file that is a member's own, such as an essay: nothing that came of it is kept.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public Task<SentFile> ReadOnceAsync(string name, byte[] content, CancellationToken cancellationToken) =>
        Task.Run(() => SentFile.Of(Parse(name, content, cancellationToken)), cancellationToken);

    private ParsedFile Parse(string name, byte[] content, CancellationToken cancellationToken) =>
        content.Length == 0 ? ParsedFile.Refuse("The file is empty.") : parser.Parse(name, content, null, cancellationToken);
}

/// <summary>What came of reading a file that somebody sent.</summary>
/// <param name="Reading">The reading, without a name of its own; null where there is none.</param>
/// <param name="Problem">Why there is none and what a person can do, in a sentence or two.</param>
/// <param name="MayPass">Whether a later try may end otherwise, since reading could not be started.</param>
public sealed record SentFile(Reading? Reading, string Problem, bool MayPass)
{
    internal static SentFile Of(ParsedFile parsed) => new(parsed.Reading, parsed.Problem ?? "", parsed.Outcome == ParseOutcome.NotTried);
}
