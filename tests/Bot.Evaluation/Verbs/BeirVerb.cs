using System.CommandLine;
using Bot.Evaluation.Beir;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Verbs;

/// <summary><c>beir DIR --split NAME</c>: ranking quality, speed and memory on a collection in BEIR's format.</summary>
internal static class BeirVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with corpus.jsonl, queries.jsonl and qrels/." };
        var split = new Option<string>("--split")
        {
            Description = "The name of a file in qrels/, without .tsv.",
            Required = true,
        };
        var engine = EngineOption.Create();
        var run = new Option<string?>("--run")
        {
            Description = "Where to write the rankings as a TREC run; each engine has its own file.",
        };
        var k1 = new Option<float>("--k1")
        {
            Description = "BM25's k1 of engine lucene.",
            DefaultValueFactory = _ => LuceneEngine.DefaultK1,
        };
        var b = new Option<float>("--b")
        {
            Description = "BM25's b of engine lucene.",
            DefaultValueFactory = _ => LuceneEngine.DefaultB,
        };
        Between(k1, 0, 100);
        Between(b, 0, 1);

        var command = new Command("beir", "Ranking quality, speed and memory on a collection in BEIR's format.")
        {
            folder, split, engine, run, k1, b,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var set = BeirFolder.Open(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(split));
            var settings = new EngineSettings { AreClaims = set.HasSides, K1 = parsed.GetValue(k1), B = parsed.GetValue(b) };
            await BeirReport.RunAsync(
                set,
                EngineCatalog.Choose(parsed.GetRequiredValue(engine), settings),
                parsed.GetValue(run),
                parsed.InvocationConfiguration.Output,
                cancellationToken);
            return 0;
        });
        return command;
    }

    private static void Between(Option<float> option, float least, float most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<float>() is var value && !(value >= least && value <= most))
        {
            result.AddError($"{option.Name} is {value}; it must be between {least} and {most}.");
        }
    });
}
