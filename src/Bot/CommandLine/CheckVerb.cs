using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>The verb <c>check</c>: everything that a start would trip over, without starting.</summary>
internal static class CheckVerb
{
    public static Command Create(Settings settings)
    {
        var verb = new VerbWithExamples(
            "check", "Checks the configuration and the readings without starting anything.", ["check --readings ~/week-3"]);
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = SeminarSession.Open(settings.Of(parsed), cancellationToken);
            await using var output = StandardStreams.OpenOutput();
            await output.WriteLineAsync("The configuration is good.");
            var readings = session.Shelf.Readings;
            await output.WriteLineAsync($"Readings that can be served: {readings.Count}, with {readings.Sum(reading => reading.Paragraphs.Count)} paragraphs.");
            foreach (var problem in session.Shelf.Problems)
            {
                await output.WriteLineAsync($"Not served: {problem}");
            }

            return ExitCode.Answered;
        });
        return verb;
    }
}
