using System.ComponentModel.DataAnnotations;

namespace Bot.Api.Access;

/// <summary>The section <c>Api</c>: the HTTP API and the MCP server.</summary>
internal sealed class ApiOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Api";

    /// <summary>Whether they are served over HTTP.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The keys that open them, separated by commas: each as it is, or as <c>sha256:</c> and its hash in hexadecimal digits. Without one
    /// they answer only programs on the same machine.
    /// </summary>
    public string Keys { get; set; } = "";

    /// <summary>How many requests of one key are answered in a row; 1 to 100,000.</summary>
    [Range(1, 100_000, ErrorMessage = "Api:Burst must be between 1 and 100000.")]
    public int Burst { get; set; } = 120;

    /// <summary>After what time a key has one more; 1 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Api:Every must be between 00:00:00.001 and 01:00:00.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many look-ups run at the same time, of all keys together; 1 to 100.</summary>
    [Range(1, 100, ErrorMessage = "Api:AtOnce must be between 1 and 100.")]
    public int AtOnce { get; set; } = 4;

    /// <summary>How many further look-ups wait for their turn; 0 to 10,000.</summary>
    [Range(0, 10_000, ErrorMessage = "Api:Waiting must be between 0 and 10000.")]
    public int Waiting { get; set; } = 100;

    internal IReadOnlyList<string> KeyList => Keys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
