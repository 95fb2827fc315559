using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>The section <c>Debates</c>: how daily debates are posted and voted on.</summary>
internal sealed class DebatesOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Debates";

    /// <summary>How late a debate can be posted after an outage; 1 min to 12 h. After that the day is left out and reported.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "12:00:00", ErrorMessage = "Debates:CatchUp must be between 00:01:00 and 12:00:00.")]
    public TimeSpan CatchUp { get; set; } = TimeSpan.FromHours(2);

    /// <summary>For how long the class can vote; 1 min to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ErrorMessage = "Debates:PollOpen must be between 00:01:00 and 7.00:00:00.")]
    public TimeSpan PollOpen { get; set; } = TimeSpan.FromHours(23);

    /// <summary>Whether a debate opens a thread where the platform can.</summary>
    public bool Threads { get; set; } = true;

    /// <summary>An .ics file whose days have no debates; empty for none.</summary>
    public string HolidaysFile { get; set; } = "";

    /// <summary>How often the program looks for what is due; 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ErrorMessage = "Debates:LookEvery must be between 00:00:00.100 and 00:01:00.")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a replica that posts a message keeps it from the others; 1 s to 10 min. If it crashes, another takes over after that time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Debates:Lease must be between 00:00:01 and 00:10:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>Checks <see cref="DebatesOptions"/>.</summary>
internal sealed class DebatesOptionsValidator : IValidateOptions<DebatesOptions>
{
    public ValidateOptionsResult Validate(string? name, DebatesOptions options)
    {
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true);
        var messages = failures.Select(failure => failure.ErrorMessage ?? failure.ToString()).ToList();
        if (options.HolidaysFile.Length > 0 && HolidayFile.Read(options.HolidaysFile).Problem is { } problem)
        {
            messages.Add($"Debates:HolidaysFile cannot be used: {problem}");
        }

        return messages.Count > 0 ? ValidateOptionsResult.Fail(messages) : ValidateOptionsResult.Success;
    }
}
