using System.Globalization;

namespace Bot.Library.Readings.Parsing;

/// <summary>The reader process: takes files from standard input, and writes the results to standard output.</summary>
public static class ReaderChild
{
    /// <summary>The first argument of a program that is to be a reader process. The limits follow.</summary>
    public const string Verb = "read-files";

    internal const int MaxNameLength = 4096;

    // Documents that people write need little; what needs more than this ends the process.
    private const int StackBytes = 4 * 1024 * 1024;

    /// <summary>Reads files until standard input ends.</summary>
    /// <param name="limits">As <see cref="CreateArguments"/> wrote them.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // The pipe is only for results, even if a library prints something.
        Console.SetOut(TextWriter.Null);
        ReaderFrames.Write(output, ReaderVersion.Current);
        Serve(input, output, new InProcessParser(OptionsOf(limits), ReadingFactory.Default));
        return 0;
    }

    internal static string[] CreateArguments(ReaderOptions options) =>
        [Verb, .. new[] { options.MaxParagraphs, options.MaxCharacters }.Select(limit => limit.ToString(CultureInfo.InvariantCulture))];

    // Time and memory are watched from outside.
    private static ReaderOptions OptionsOf(IReadOnlyList<string> limits) => new()
    {
        MaxParagraphs = int.Parse(limits[0], CultureInfo.InvariantCulture),
        MaxCharacters = int.Parse(limits[1], CultureInfo.InvariantCulture),
        MaxTime = Timeout.InfiniteTimeSpan,
    };

    // This thread waits for the next file while another reads this one. So it notices if the program has ended, however long a file takes, and
    // returns, which ends the process.
    private static void Serve(Stream input, Stream output, InProcessParser parser)
    {
        while (ReaderFrames.ReadText(input, MaxNameLength) is { } name && ReaderFrames.Read(input, Array.MaxLength) is { } content)
        {
            new Thread(() => Answer(output, parser, name, content), StackBytes) { IsBackground = true }.Start();
        }
    }

    private static void Answer(Stream output, InProcessParser parser, string name, byte[] content)
    {
        try
        {
            ReaderFrames.Write(output, ReadingJson.Write(parser.Parse(name, content, null, CancellationToken.None)));
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(StopReasons.OutOfMemoryExit);
        }
        catch (IOException)
        {
            // The program has ended.
        }
    }
}
