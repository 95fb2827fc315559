using System.Buffers;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bot.CommandLine;

/// <summary>A verb with details and examples for its help.</summary>
internal sealed class VerbWithExamples(string name, string description, IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Details on its use, in whole sentences; can be empty.</summary>
    public string Details { get; init; } = "";

    /// <summary>The examples: whole lines without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>Prints the usual help, with the verb's details and examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly SearchValues<char> ShellSigns = SearchValues.Create("?*#\"'&;()¶");
    private static readonly string[] RootExamples = ["", "ask Have sanctions worked?", "ask --readings ~/week-3 --json What changed in 2022?", "check"];

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is VerbWithExamples { Details.Length: > 0 } explained)
        {
            output.WriteLine(explained.Details);
            output.WriteLine();
        }

        var examples = parseResult.CommandResult.Command switch
        {
            VerbWithExamples verb => verb.Examples,
            RootCommand => RootExamples,
            _ => [],
        };
        if (examples.Count == 0)
        {
            return result;
        }

        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  bot {QuoteWords(example)}".TrimEnd());
        }

        output.WriteLine();
        return result;
    }

    // A shell would interpret ? * # and quotation marks.
    private static string QuoteWords(string example)
    {
        var parts = example.Split(' ', 2);
        var needsQuotes = parts.Length == 2 && !parts[1].StartsWith("--", StringComparison.Ordinal) && parts[1].AsSpan().ContainsAny(ShellSigns);
        return needsQuotes ? $"{parts[0]} '{parts[1].Replace("'", "’", StringComparison.Ordinal)}'" : example;
    }
}
