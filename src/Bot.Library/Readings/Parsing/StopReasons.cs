using System.Globalization;

namespace Bot.Library.Readings.Parsing;

/// <summary>The messages about a file whose reading was stopped, chosen by how its process ended.</summary>
internal static class StopReasons
{
    /// <summary>The exit code of a reader process that ran out of memory and noticed.</summary>
    public const int OutOfMemoryExit = 3;

    public static string ExplainTooSlow(ReaderOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"The file takes longer than {options.MaxTime.TotalSeconds:0.#} seconds to read; save it in a simpler form.");

    /// <summary>Why a reader process ended by itself.</summary>
    /// <param name="exitCode">How it ended.</param>
    /// <param name="complaint">What it wrote to standard error, the beginning at least.</param>
    /// <param name="options">What it was allowed.</param>
    public static string ExplainEnd(int exitCode, string complaint, ReaderOptions options) =>
        complaint.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase)
            ? "The file nests its parts too deeply to be read; save it in a simpler form."
            : exitCode == OutOfMemoryExit || complaint.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || complaint.Contains("OutOfMemory", StringComparison.Ordinal)
                ? $"The file needs more than {options.MaxMemoryMegabytes} MB of memory to read; split it, or save it in a simpler form."
                : $"The file ends the process that reads it (exit code {exitCode}); save it in a simpler form.";
}
