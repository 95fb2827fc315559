using System.ComponentModel.DataAnnotations;

namespace Bot.Library.Readings;

/// <summary>Where the readings are and how they are watched; the section <c>Readings</c> of the configuration.</summary>
public sealed class ReadingsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Readings";

    /// <summary>The folder of the readings, sub-folders included. A relative path is looked for in the working directory, then beside the program.</summary>
    [Required(ErrorMessage = "Readings:Folder must name the folder that holds the readings.")]
    public string Folder { get; set; } = "seeds";

    /// <summary>Files above this size are not served; 1 to 1,024, in units of 1,048,576 bytes.</summary>
    [Range(1, 1024, ErrorMessage = "Readings:MaxFileMegabytes must be between 1 and 1024.")]
    public int MaxFileMegabytes { get; set; } = 20;

    /// <summary>How many files and folders are looked at, sub-folders included; 1 to 1,000,000.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Readings:MaxFiles must be between 1 and 1000000.")]
    public int MaxFiles { get; set; } = 5000;

    /// <summary>How deeply folders may be nested; 1 to 100.</summary>
    [Range(1, 100, ErrorMessage = "Readings:MaxDepth must be between 1 and 100.")]
    public int MaxDepth { get; set; } = 16;

    /// <summary>How large all files may be together; 1 to 1,048,576, in units of 1,048,576 bytes.</summary>
    [Range(1, 1_048_576, ErrorMessage = "Readings:MaxFolderMegabytes must be between 1 and 1048576.")]
    public int MaxFolderMegabytes { get; set; } = 2048;

    /// <summary>Whether links are followed that lead out of the folder: a person who can put a link there can then have any file quoted.</summary>
    public bool LinksOutside { get; set; }

    /// <summary>
    /// How long a start waits for new files once one of them caused trouble and another can be served, and how much processor time a single
    /// file gets before it is postponed; 100 ms to 10 min. The rest is read in the background.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00", ErrorMessage = "Readings:StartWithin must be between 00:00:00.100 and 00:10:00.")]
    public TimeSpan StartWithin { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether changes in the folder are picked up while the program runs.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>How long the folder must be quiet before a change is read; 50 ms to 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:01", ErrorMessage = "Readings:Debounce must be between 00:00:00.050 and 00:00:01.")]
    public TimeSpan Debounce { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the folder is looked through for changes that its file system did not announce; 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Readings:RescanEvery must be between 00:00:01 and 1.00:00:00.")]
    public TimeSpan RescanEvery { get; set; } = TimeSpan.FromSeconds(30);
}
