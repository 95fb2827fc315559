using System.ComponentModel.DataAnnotations;

namespace Bot.Library.Readings;

/// <summary>Where the readings are and how they are watched. The section <c>Readings</c> of the configuration.</summary>
public sealed class ReadingsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Readings";

    /// <summary>The folder of the readings, with its sub-folders; relative to the working directory.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Readings:Folder must name the folder of the readings.")]
    public string Folder { get; set; } = "seeds";

    /// <summary>The largest file that is read, in megabytes of 1,048,576 bytes; 1 to 500.</summary>
    [Range(1, 500, ErrorMessage = "Readings:MaxFileMegabytes must be between {1} and {2}.")]
    public int MaxFileMegabytes { get; set; } = 20;

    /// <summary>Whether changes of the folder are picked up while the bot runs.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>How long the folder must be quiet before a change is picked up; 0 to 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05", ErrorMessage = "Readings:Debounce must be between {1} and {2}.")]
    public TimeSpan Debounce { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the folder is looked through in case the operating system reports no change; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Readings:Rescan must be between {1} and {2}.")]
    public TimeSpan Rescan { get; set; } = TimeSpan.FromSeconds(30);
}
