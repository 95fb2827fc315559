using System.Text.Json;
using Bot.Evaluation.Files;

namespace Bot.Evaluation.Gold;

/// <summary>A question or claim with the text of right passages.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Command"><c>ask</c> or <c>counter</c>.</param>
/// <param name="Text">The member's text.</param>
/// <param name="IsAnswerable">Whether the readings answer it; otherwise nothing may be asserted.</param>
/// <param name="Gold">A passage that contains any of these is right.</param>
internal sealed record GoldQuestion(string Id, string Command, string Text, bool IsAnswerable, IReadOnlyList<string> Gold)
{
    public const string Ask = "ask";
    public const string Counter = "counter";

    /// <summary>The file of its text; empty if the set has one shelf for all.</summary>
    public string File { get; init; } = "";

    /// <summary>For a claim: a passage that contains any of these supports it and must not be offered.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>Whether it is a claim to counter.</summary>
    public bool IsClaim => Command == Counter;

    /// <summary>Reads a file of questions, one JSON object per line.</summary>
    /// <exception cref="EvaluationException">The file is missing, empty or malformed.</exception>
    public static IReadOnlyList<GoldQuestion> ReadFile(string path)
    {
        var questions = JsonLines.Read(path, Parse).ToList();
        return questions.Count > 0 ? questions : throw new EvaluationException($"{path} contains no questions.");
    }

    private static GoldQuestion Parse(JsonElement json)
    {
        var command = json.Text("command");
        if (command is not (Ask or Counter))
        {
            throw new FormatException($"“command” is {command}, but must be ask or counter");
        }

        var answerable = !json.TryGetProperty("answerable", out var value) || value.ValueKind != JsonValueKind.False;
        var gold = json.Texts("gold");
        if (answerable && gold.Count == 0)
        {
            throw new FormatException("“gold” is missing, but an answerable question needs it");
        }

        return new GoldQuestion(json.Text("id"), command, json.Text("text"), answerable, gold)
        {
            File = json.OptionalText("reading") ?? "",
            Support = [.. json.Texts("support"), .. json.Texts("forbidden")],
        };
    }
}
