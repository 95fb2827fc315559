using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>The verb <c>batch</c>.</summary>
internal static class BatchVerb
{
    public static Command Create(Settings settings)
    {
        var verb = new VerbWithExamples(
            "batch",
            "Reads one JSON object a line from standard input and answers one a line, in order. "
            + """A line in: {"id":"q1","command":"ask","text":"Have sanctions worked?"}""",
            ["batch --readings ~/week-3 < questions.jsonl > answers.jsonl"]);
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = SeminarSession.Open(settings.Of(parsed), cancellationToken);
            using var input = StandardStreams.OpenInput();
            await using var output = StandardStreams.OpenOutput();
            await session.Batch.RunAsync(input, output, cancellationToken);
            return ExitCode.Answered;
        });
        return verb;
    }
}
