using System.CommandLine;
using Bot.Evaluation.ArgKp;
using Bot.Evaluation.Beir;
using Bot.Evaluation.Stances;
using Bot.Testing;

namespace Bot.Evaluation.Verbs;

/// <summary><c>stances [DIR]</c>: measures how often the second stage decides a text's side.</summary>
internal static class StancesVerb
{
    public static Command Create()
    {
        var data = new Argument<string>("DIR")
        {
            Description = $"The folder of test sets; its default follows the environment variable {SharedData.Variable}.",
            DefaultValueFactory = _ => SharedData.PathOf("data"),
        };
        var command = new Command("stances", "How often the second stage decides a text's side on a claim, and is right.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await WriteAsync(parsed.GetRequiredValue(data), parsed.InvocationConfiguration.Output, cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>Writes the table of the sets in a folder.</summary>
    public static Task WriteAsync(string data, TextWriter output, CancellationToken cancellationToken) => StanceReport.RunAsync(
        [
            ("Perspectrum, dev", StanceReport.PairsOf(BeirFolder.Open(Path.Combine(data, "perspectrum"), "dev"))),
            ("ArgKP, dev", StanceReport.PairsOf(ArgKpFolder.Open(Path.Combine(data, "argkp"), "dev"))),
        ],
        output,
        cancellationToken);
}
