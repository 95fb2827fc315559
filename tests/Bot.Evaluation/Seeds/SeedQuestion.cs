using System.Text.Json;
using Bot.Evaluation.Files;

namespace Bot.Evaluation.Seeds;

/// <summary>A question or claim with what a right passage holds.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Command"><c>ask</c> or <c>counter</c>.</param>
/// <param name="Text">What a member would type.</param>
/// <param name="IsAnswerable">Whether the readings say; where not, silence is right.</param>
/// <param name="Gold">A passage that holds any of these is right.</param>
internal sealed record SeedQuestion(string Id, string Command, string Text, bool IsAnswerable, IReadOnlyList<string> Gold)
{
    /// <summary>A passage that holds any of these, and nothing of the gold, is worse than none: it supports the claim.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    public const string Ask = "ask";
    public const string Counter = "counter";

    /// <summary>Reads a file of questions, one JSON object a line.</summary>
    /// <exception cref="EvaluationException">The file is missing, empty or malformed.</exception>
    public static IReadOnlyList<SeedQuestion> ReadFile(string path)
    {
        var questions = JsonLines.Read(path, Parse).ToList();
        return questions.Count > 0 ? questions : throw new EvaluationException($"{path} holds no questions.");
    }

    private static SeedQuestion Parse(JsonElement json)
    {
        var command = json.Text("command");
        if (command is not (Ask or Counter))
        {
            throw new FormatException($"“command” is {command}, and only ask and counter are known");
        }

        var answerable = !json.TryGetProperty("answerable", out var value) || value.ValueKind != JsonValueKind.False;
        var gold = json.Texts("gold");
        if (answerable && gold.Count == 0)
        {
            throw new FormatException("“gold” is missing, and an answerable question needs it");
        }

        return new SeedQuestion(json.Text("id"), command, json.Text("text"), answerable, gold) { Forbidden = json.Texts("forbidden") };
    }
}
