using System.ComponentModel.DataAnnotations;

namespace Bot.Storage;

/// <summary>The section <c>Storage</c>: where schedules, votes and settings of channels are kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>The folder of the SQLite file; a relative path is relative to the working directory.</summary>
    [Required(ErrorMessage = "Storage:Folder is empty. Set it to a folder such as data.")]
    public string Folder { get; set; } = "data";

    /// <summary>
    /// A connection string of PostgreSQL, which several replicas can share; empty for SQLite. It contains a password, so set it in the environment.
    /// </summary>
    public string PostgreSql { get; set; } = "";

    /// <summary>
    /// How long an operation can take, including the wait for others, before it fails; 100 ms to 1 min.
    /// Platforms expect an acknowledgement within three seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ErrorMessage = "Storage:Timeout must be between 00:00:00.100 and 00:01:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long backups of the program are kept; 1 day to 10 years. Older ones are deleted while the program runs.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ErrorMessage = "Storage:BackupsKept must be between 1.00:00:00 and 3650.00:00:00.")]
    public TimeSpan BackupsKept { get; set; } = TimeSpan.FromDays(30);
}
