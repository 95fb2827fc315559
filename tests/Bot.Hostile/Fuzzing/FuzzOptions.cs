using System.Globalization;
using Bot.Library.Readings.Parsing;

namespace Bot.Hostile.Fuzzing;

/// <summary>The options of a fuzzing run: the same options make the same files.</summary>
internal sealed record FuzzOptions
{
    /// <summary>The number of files.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>The random seed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of the first file; with a count of 1 it repeats a single file of an earlier run.</summary>
    public int First { get; init; }

    /// <summary>The limits for a file, lower than the program's, so that they are reached.</summary>
    public ReaderOptions Reader { get; init; } = new() { MaxMemoryMegabytes = 256, MaxTime = TimeSpan.FromSeconds(10) };

    /// <summary>Reads options; null if one is unknown or not a number.</summary>
    public static FuzzOptions? Of(IReadOnlyList<string> words)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count || !int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            switch (words[i])
            {
                case "--count":
                    options = options with { Count = number };
                    break;
                case "--seed":
                    options = options with { Seed = number };
                    break;
                case "--first":
                    options = options with { First = number };
                    break;
                case "--processes":
                    options.Reader.Processes = number;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
