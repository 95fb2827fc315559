using System.CommandLine;
using Bot.Evaluation.ArgKp;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Verbs;

/// <summary><c>argkp DIR --split NAME</c>: matches arguments to key points.</summary>
internal static class ArgKpVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with ArgKP's arguments, key_points and labels." };
        var split = new Option<string>("--split")
        {
            Description = "The suffix of the files' names.",
            DefaultValueFactory = _ => "dev",
        };
        var engine = EngineOption.Create();
        var command = new Command("argkp", "Mean average precision of matching arguments to key points.")
        {
            folder, split, engine,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await ArgKpReport.RunAsync(
                ArgKpFolder.Open(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(split)),
                EngineCatalog.Choose(parsed.GetRequiredValue(engine), new EngineSettings()),
                parsed.InvocationConfiguration.Output,
                cancellationToken);
            return 0;
        });
        return command;
    }
}
