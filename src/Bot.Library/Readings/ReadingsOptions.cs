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

    /// <summary>Whether changes in the folder are picked up while the program runs.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>How long the folder must be quiet before a change is read; 50 ms to 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:01", ErrorMessage = "Readings:Debounce must be between 00:00:00.050 and 00:00:01.")]
    public TimeSpan Debounce { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the folder is looked through for changes that its file system did not announce; 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Readings:RescanEvery must be between 00:00:01 and 1.00:00:00.")]
    public TimeSpan RescanEvery { get; set; } = TimeSpan.FromSeconds(30);
}
