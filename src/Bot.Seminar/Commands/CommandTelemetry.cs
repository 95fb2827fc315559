using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Library;

namespace Bot.Seminar.Commands;

/// <summary>Counts and times commands. It records only names and numbers, never a word of a question.</summary>
public sealed class CommandTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string SourceName = "SeminarBot";

    private readonly ActivitySource activities = new(SourceName);
    private readonly Meter meter = new(SourceName);
    private readonly Counter<long> commands;
    private readonly Counter<long> abstentions;
    private readonly Counter<long> errors;
    private readonly Histogram<double> duration;

    /// <summary>Creates the instruments; those of the index read the shelf at each measurement.</summary>
    public CommandTelemetry(Shelf shelf)
    {
        commands = meter.CreateCounter<long>("seminarbot.commands", "{command}", "Commands that were answered in any way.");
        abstentions = meter.CreateCounter<long>("seminarbot.abstentions", "{command}", "Commands on which the readings do not say.");
        errors = meter.CreateCounter<long>("seminarbot.errors", "{command}", "Commands that could not be served as written.");
        duration = meter.CreateHistogram<double>("seminarbot.command.duration", "ms", "From the request to the reply.");
        meter.CreateObservableGauge("seminarbot.index.readings", () => shelf.Current.Readings.Count, "{reading}", "Readings on the shelf.");
        meter.CreateObservableGauge(
            "seminarbot.index.paragraphs", () => shelf.Current.Readings.Sum(reading => reading.Paragraphs.Count), "{paragraph}", "Paragraphs in the index.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        activities.Dispose();
        meter.Dispose();
    }

    internal Activity? Start(string command, string platform) => activities.StartActivity($"command {command}")
        ?.SetTag("seminarbot.command", command)
        .SetTag("seminarbot.platform", platform);

    internal void Record(Activity? activity, string command, ReplyStatus status, TimeSpan elapsed)
    {
        var name = new KeyValuePair<string, object?>("command", command);
        activity?.SetTag("seminarbot.status", NameStatus(status));
        commands.Add(1, name, new("status", NameStatus(status)));
        duration.Record(elapsed.TotalMilliseconds, name);
        if (status == ReplyStatus.Abstained)
        {
            abstentions.Add(1, name);
        }
        else if (status == ReplyStatus.Error)
        {
            errors.Add(1, name);
        }
    }

    private static string NameStatus(ReplyStatus status) => status switch
    {
        ReplyStatus.Answered => "answered",
        ReplyStatus.Unsure => "unsure",
        ReplyStatus.Abstained => "abstained",
        _ => "error",
    };
}
