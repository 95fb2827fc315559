using System.CommandLine;
using Bot.Evaluation.Pages;
using Bot.Evaluation.Sentences;

namespace Bot.Evaluation.Verbs;

/// <summary><c>sentences FILE</c> and <c>pages DIR</c>: measure the extraction of sentences and main text.</summary>
internal static class ReadingReports
{
    public static Command SentencesVerb() => Verb(
        "sentences", "Golden rules of sentence splitting, or boundary F1 on a treebank.", "FILE", Sentences);

    public static Command PagesVerb() => Verb("pages", "Word F1 of the main text of saved pages.", "DIR", Pages);

    /// <summary>Prints the report on one file of gold sentences.</summary>
    public static void Sentences(string file, TextWriter output) => SentencesReport.Run(file, output);

    /// <summary>Prints the report on one folder of saved pages.</summary>
    public static void Pages(string folder, TextWriter output) => PagesReport.Run(folder, output);

    private static Command Verb(string name, string description, string input, Action<string, TextWriter> report)
    {
        var path = new Argument<string>(input);
        var command = new Command(name, description) { path };
        command.SetAction(parsed =>
        {
            report(parsed.GetRequiredValue(path), parsed.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }
}
