using Bot.Library.Readings.Parsing;

namespace Bot.Hostile.Fuzzing;

/// <summary>Has mutated files read, and counts the results. That this process lives to the end is the first result.</summary>
internal sealed class FuzzRun(FuzzOptions options, IFileParser parser, TimeProvider time)
{
    // What counts is how long a processor works on a file. A busy machine takes many times as long by the clock, and has to start processes too.
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
