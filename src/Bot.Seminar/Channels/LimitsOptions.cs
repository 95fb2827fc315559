using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Channels;

/// <summary>
/// The section <c>Limits</c>: the limits of one member and one channel. Each has a number of requests (a token bucket) that fills up again over time.
/// </summary>
internal sealed class LimitsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>How many requests of one member are answered in a row; 1 to 100,000.</summary>
    [Range(1, 100_000, ErrorMessage = "Limits:MemberBurst must be between 1 and 100000.")]
    public int MemberBurst { get; set; } = 30;

    /// <summary>After what time a member has one more; 1 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Limits:MemberEvery must be between 00:00:00.001 and 01:00:00.")]
    public TimeSpan MemberEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many requests of one member run at the same time; 1 to 100.</summary>
    [Range(1, 100, ErrorMessage = "Limits:MemberAtOnce must be between 1 and 100.")]
    public int MemberAtOnce { get; set; } = 2;

    /// <summary>How many requests of one channel are answered in a row, votes not counted; 1 to 100,000.</summary>
    [Range(1, 100_000, ErrorMessage = "Limits:ChannelBurst must be between 1 and 100000.")]
    public int ChannelBurst { get; set; } = 600;

    /// <summary>After what time a channel has one more; 1 ms to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Limits:ChannelEvery must be between 00:00:00.001 and 01:00:00.")]
    public TimeSpan ChannelEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The platforms without limits, separated by commas: those that only one person uses.</summary>
    public string Unlimited { get; set; } = "console";

    internal bool IsUnlimited(string platform) =>
        Unlimited.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(platform, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Checks <see cref="LimitsOptions"/>.</summary>
internal sealed class LimitsOptionsValidator : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options)
    {
        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage ?? failure.ToString()));
    }
}
