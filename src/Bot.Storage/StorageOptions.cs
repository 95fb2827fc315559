using System.ComponentModel.DataAnnotations;

namespace Bot.Storage;

/// <summary>The section <c>Storage</c>: where schedules, votes and settings of channels are kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>The folder of the SQLite file; a relative one is meant from the working directory.</summary>
    [Required(ErrorMessage = "Storage:Folder is empty. Set it to a folder such as data.")]
    public string Folder { get; set; } = "data";

    /// <summary>
    /// A connection string of PostgreSQL, which several replicas can share; empty for SQLite. It holds a password, so it belongs in the
    /// environment.
    /// </summary>
    public string PostgreSql { get; set; } = "";

    /// <summary>How long a write waits for another one before it gives up; 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ErrorMessage = "Storage:Patience must be between 00:00:00.100 and 00:01:00.")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);
}
