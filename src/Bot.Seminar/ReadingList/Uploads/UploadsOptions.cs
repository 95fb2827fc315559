using System.ComponentModel.DataAnnotations;

namespace Bot.Seminar.ReadingList.Uploads;

/// <summary>
/// The section <c>Uploads</c>: how much the teachers of one server or workspace may upload. A single file can be as large as one of the folder.
/// </summary>
internal sealed class UploadsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Uploads";

    /// <summary>The maximum number of readings; 0 to 10,000. With 0 nothing can be uploaded.</summary>
    [Range(0, 10_000, ErrorMessage = "Uploads:MaxFiles must be between 0 and 10000.")]
    public int MaxFiles { get; set; } = 100;

    /// <summary>Their maximum total size; 1 to 10,240, in units of 1,048,576 bytes.</summary>
    [Range(1, 10_240, ErrorMessage = "Uploads:MaxMegabytes must be between 1 and 10240.")]
    public int MaxMegabytes { get; set; } = 200;
}
