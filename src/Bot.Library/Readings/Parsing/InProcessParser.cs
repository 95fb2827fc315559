using System.Globalization;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// Reads files in this process: for the process that does nothing else, for tests, and for folders whose files are trusted. A file that
/// exhausts the stack or the memory ends the process.
/// </summary>
/// <param name="options">The limits for a file; memory is not limited here.</param>
/// <param name="factory">Makes the readings.</param>
internal sealed class InProcessParser(ReaderOptions options, ReadingFactory factory) : IFileParser
{
    /// <inheritdoc />
    public ParsedFile Parse(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (ReadingFormats.Find(name) is not { } format)
        {
            return ParsedFile.Refuse($"Files of this kind are not read; save it as {ReadingFormats.Names}.");
        }

        var (header, file) = HeaderBeside.Take(content);
        if (!file.AsSpan().ContainsAnyExcept((byte)0))
        {
            return ParsedFile.Refuse("The file holds nothing but zero bytes; copy it again from where it came from.");
        }

        using var tooLong = new CancellationTokenSource(atMost ?? options.MaxTime, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            var raw = header is { KeepsAll: true } ? format.ReadWhole(file, limit.Token) : format.Read(file, limit.Token);
            return Cut(name, header is null ? raw : HeaderBeside.Describe(raw, header));
        }
        catch (UnreadableFileException reason)
        {
            return ParsedFile.Refuse(EndSentence(reason.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return atMost is null ? ParsedFile.Stop(StopReasons.ExplainTooSlow(options)) : ParsedFile.PutOff();
        }
#pragma warning disable CA1031 // A parser that trips over one file must not keep the others from being served.
        catch (Exception reason) when (reason is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            return ParsedFile.Refuse($"The file is damaged, or of another kind than its name says: {EndSentence(reason.Message)}");
        }
    }

    /// <summary>Does nothing: the threads of this process do other work too.</summary>
    public void GiveWay()
    {
    }

    private ParsedFile Cut(string name, RawReading raw)
    {
        if (raw.Blocks.Count > options.MaxParagraphs)
        {
            return ParsedFile.Refuse(ExplainTooMuch(options.MaxParagraphs, "paragraphs", nameof(ReaderOptions.MaxParagraphs)));
        }

        if (raw.Blocks.Sum(block => (long)block.Text.Length + (block.TableHead?.Length ?? 0)) > options.MaxCharacters)
        {
            return ParsedFile.Refuse(ExplainTooMuch(options.MaxCharacters, "characters", nameof(ReaderOptions.MaxCharacters)));
        }

        var reading = factory.Create(new ReadingId(""), name, raw);
        return reading.Paragraphs.Count > 0 ? ParsedFile.Of(reading) : ParsedFile.Refuse("There is no text in the file.");
    }

    private static string ExplainTooMuch(int most, string things, string setting) => string.Create(
        CultureInfo.InvariantCulture, $"The file holds more than {most:N0} {things}; split it, or raise {ReaderOptions.Section}:{setting}.");

    private static string EndSentence(string message)
    {
        var text = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return text.Length == 0 ? "nothing more is known." : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }
}
