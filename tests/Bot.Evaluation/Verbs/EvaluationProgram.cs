using System.CommandLine;
using Bot.Evaluation.Documents;
using Bot.Evaluation.Files;

namespace Bot.Evaluation.Verbs;

/// <summary>The command line: a verb for each kind of test set, and one that runs them all.</summary>
internal static class EvaluationProgram
{
    /// <summary>Wrong use, or an input that is missing or malformed.</summary>
    public const int WrongUse = 2;

    /// <summary>Runs one command line.</summary>
    /// <returns>0 on success, otherwise <see cref="WrongUse"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Commands().Parse(args);
        foreach (var mistake in parsed.Errors)
        {
            await error.WriteLineAsync(mistake.Message);
        }

        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync("Add --help to see the usage of a verb.");
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (EvaluationException mendable)
        {
            await error.WriteLineAsync(mendable.Message);
            return WrongUse;
        }
    }

    private static RootCommand Commands() => new("Compares the quality and speed of Seminar Bot with plain search engines.")
    {
        SeminarVerb.Create(),
        FitVerb.Create(),
        SeedsVerb.Create(),
        OverheardVerb.Create(),
        FurtherVerb.Create(),
        BeirVerb.Create(),
        SquadVerb.Create(),
        ArgKpVerb.Create(),
        StancesVerb.Create(),
        MotionsVerb.Create(),
        ReadingReports.SentencesVerb(),
        ReadingReports.PagesVerb(),
        DocumentsVerb.Create(),
        AllVerb.Create(),
    };
}
