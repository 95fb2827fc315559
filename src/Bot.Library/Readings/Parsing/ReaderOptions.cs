using System.ComponentModel.DataAnnotations;

namespace Bot.Library.Readings.Parsing;

/// <summary>How files are read, with the limits for each; the section <c>Reader</c> of the configuration.</summary>
public sealed class ReaderOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Reader";

    /// <summary>Whether files are read in a separate process, so that a bad one cannot crash the program or use up its memory.</summary>
    public bool Isolated { get; set; } = true;

    /// <summary>How many such processes run at the same time; 1 to 16. Each may take <see cref="MaxMemoryMegabytes"/>.</summary>
    [Range(1, 16, ErrorMessage = "Reader:Processes must be between 1 and 16.")]
    public int Processes { get; set; } = 1;

    /// <summary>How much memory reading may take, for the objects of one process; 128 to 16,384, in units of 1,048,576 bytes.</summary>
    [Range(128, 16384, ErrorMessage = "Reader:MaxMemoryMegabytes must be between 128 and 16384.")]
    public int MaxMemoryMegabytes { get; set; } = 512;

    /// <summary>
    /// How much processor time one file may take; 1 s to 10 min. A file of 20 MB takes a few seconds. In real time it may take eight times as long.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Reader:MaxTime must be between 00:00:01 and 00:10:00.")]
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many headings and paragraphs a reading may have; 1 to 1,000,000. The King James Bible has 31,000 verses.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Reader:MaxParagraphs must be between 1 and 1000000.")]
    public int MaxParagraphs { get; set; } = 100_000;

    /// <summary>How many characters of text a reading may have; 1,000 to 100,000,000. War and Peace has 3,200,000.</summary>
    [Range(1000, 100_000_000, ErrorMessage = "Reader:MaxCharacters must be between 1000 and 100000000.")]
    public int MaxCharacters { get; set; } = 10_000_000;

    /// <summary>
    /// The folder of the results, so that a start reads only new files; below <c>Storage:Folder</c> by default.
    /// Deleting it costs time only.
    /// </summary>
    public string Folder { get; set; } = "";
}
