using Bot.Library.Readings.Parsing;

namespace Bot.Hostile.Fuzzing;

/// <summary>Reads mutated files and counts the results. This process must survive the whole run.</summary>
internal sealed class FuzzRun(FuzzOptions options, IFileParser parser, TimeProvider time)
{
    // The limit is on processor time. On a busy machine the elapsed time is much longer, and includes the start of processes.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly Lock counting = new();
    private readonly Dictionary<ParseOutcome, int> outcomes = [];
    private int overdue;
    private TimeSpan slowest;

    /// <summary>Reads every file of the run.</summary>
    /// <param name="output">Gets a line for each file that was stopped, and one for each thousand.</param>
    public FuzzReport Run(TextWriter output)
    {
        var side = new ParallelOptions { MaxDegreeOfParallelism = options.Reader.Processes };
        Parallel.For(options.First, options.First + options.Count, side, number => Read(number, output));
        return new FuzzReport(
            Of(ParseOutcome.Read), Of(ParseOutcome.Refused), Of(ParseOutcome.Stopped), overdue, Of(ParseOutcome.NotTried), slowest);
    }

    private void Read(int number, TextWriter output)
    {
        var (name, content) = Mutant.Make(options.Seed, number);
        var start = time.GetTimestamp();
        var parsed = parser.Parse(name, content, null, CancellationToken.None);
        var took = time.GetElapsedTime(start);
        lock (counting)
        {
            outcomes[parsed.Outcome] = Of(parsed.Outcome) + 1;
            slowest = took > slowest ? took : slowest;
            if (took > (options.Reader.MaxTime * 8) + Grace)
            {
                overdue++;
            }

            if (parsed.Outcome is ParseOutcome.Stopped or ParseOutcome.NotTried)
            {
                output.WriteLine($"{number} {name}: {parsed.Problem}");
            }

            if (outcomes.Values.Sum() % 1000 == 0)
            {
                output.WriteLine($"{outcomes.Values.Sum()} of {options.Count}");
            }
        }
    }

    private int Of(ParseOutcome outcome) => outcomes.GetValueOrDefault(outcome);
}
