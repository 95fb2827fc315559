using System.CommandLine;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Verbs;

/// <summary>The option that several verbs share.</summary>
internal static class EngineOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--engine")
        {
            Description = "The engine to measure.",
            DefaultValueFactory = _ => EngineCatalog.All,
        };
        option.AcceptOnlyFromAmong([.. EngineCatalog.Names]);
        return option;
    }
}
