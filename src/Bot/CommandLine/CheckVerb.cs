using System.CommandLine;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>The verb <c>check</c>: finds everything that would make a start fail, without starting.</summary>
internal static class CheckVerb
{
    public static Command Create(Settings settings)
    {
        var verb = new VerbWithExamples(
            "check", "Checks the configuration and the readings without starting anything.", ["check --readings ~/week-3", "check --online"]);
        var online = new Option<bool>("--online") { Description = "Also ask the chat platforms whether they accept the tokens." };
        var again = new Option<bool>("--again") { Description = "Try again to read files that could not be read." };
        verb.Options.Add(online);
        verb.Options.Add(again);
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = SeminarSession.Open(settings.Of(parsed), parsed.GetValue(again), cancellationToken);
            await using var output = StandardStreams.OpenOutput();
            await output.WriteLineAsync("The configuration is correct.");
            var readings = session.Shelf.Readings;
            await output.WriteLineAsync($"Readings that can be served: {readings.Count}, with {readings.Sum(reading => reading.Paragraphs.Count)} paragraphs.");
            foreach (var reading in readings)
            {
                foreach (var warning in reading.Warnings)
                {
                    await output.WriteLineAsync($"Check {reading.File}: {warning}");
                }
            }

            foreach (var problem in session.Shelf.Problems)
            {
                await output.WriteLineAsync(Visible.MakeLine($"Not served: {problem}"));
            }

            return parsed.GetValue(online) ? await AskAsync(session.OnlineChecks, output, cancellationToken) : ExitCode.Answered;
        });
        return verb;
    }

    private static async Task<int> AskAsync(IReadOnlyList<IOnlineCheck> checks, TextWriter output, CancellationToken cancellationToken)
    {
        if (checks.Count == 0)
        {
            await output.WriteLineAsync("No chat platform is configured, so there is none to ask.");
        }

        var areGood = true;
        foreach (var check in checks)
        {
            foreach (var finding in await check.RunAsync(cancellationToken))
            {
                areGood &= finding.IsGood;
                await output.WriteLineAsync($"{check.Platform}: {finding.Words}");
            }
        }

        return areGood ? ExitCode.Answered : ExitCode.WrongUse;
    }
}
