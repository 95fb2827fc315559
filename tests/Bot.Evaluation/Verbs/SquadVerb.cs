using System.CommandLine;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Squad;

namespace Bot.Evaluation.Verbs;

/// <summary><c>squad FILE</c>: answers and silence on questions about articles.</summary>
internal static class SquadVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file in SQuAD 2.0's format." };
        var engine = EngineOption.Create();
        var every = new Option<int>("--every")
        {
            Description = "Ask only every N-th question, because the second stage is slow.",
            DefaultValueFactory = _ => 1,
        };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--every must be at least 1.");
            }
        });
        var command = new Command("squad", "Answers and silence on questions in SQuAD 2.0's format.") { file, engine, every };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await SquadReport.RunAsync(
                SquadFile.Read(parsed.GetRequiredValue(file)),
                EngineCatalog.Choose(parsed.GetRequiredValue(engine), new EngineSettings()),
                parsed.GetRequiredValue(every),
                parsed.InvocationConfiguration.Output,
                cancellationToken);
            return 0;
        });
        return command;
    }
}
