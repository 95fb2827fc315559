using System.CommandLine;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>The verb <c>batch</c>.</summary>
internal static class BatchVerb
{
    public static Command Create(Settings settings)
    {
        var verb = new VerbWithExamples(
            "batch",
            "Answers one JSON object per line from standard input with one per line, in order.",
            ["batch --readings ~/week-3 < questions.jsonl > answers.jsonl"])
        {
            Details = """An input line looks like {"id":"q1","command":"ask","text":"Have sanctions worked?"}.""",
        };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = SeminarSession.Open(settings.Of(parsed), cancellationToken);
            await session.EmbedAsync(Timeout.InfiniteTimeSpan, cancellationToken);
            using var input = StandardStreams.OpenInput();
            await using var output = StandardStreams.OpenOutput();
            await session.Batch.RunAsync(input, output, cancellationToken);
            return ExitCode.Answered;
        });
        return verb;
    }
}
