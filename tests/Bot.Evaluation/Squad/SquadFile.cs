using System.Text.Json;
using Bot.Evaluation.Files;

namespace Bot.Evaluation.Squad;

/// <summary>An article of SQuAD 2.0: one reading.</summary>
/// <param name="Title">Its title, with spaces.</param>
/// <param name="Paragraphs">In reading order.</param>
internal sealed record SquadArticle(string Title, IReadOnlyList<SquadParagraph> Paragraphs);

/// <summary>A paragraph with its questions.</summary>
/// <param name="Id">Unique in the file.</param>
/// <param name="Text">The text from the file.</param>
/// <param name="Questions">Answerable or not.</param>
internal sealed record SquadParagraph(string Id, string Text, IReadOnlyList<SquadQuestion> Questions);

/// <summary>A question about a paragraph.</summary>
/// <param name="Text">The question.</param>
/// <param name="Answers">
/// The human answers, from the paragraph; empty for a question that seems answerable but is not.
/// </param>
internal sealed record SquadQuestion(string Text, IReadOnlyList<string> Answers)
{
    /// <summary>Whether the paragraph answers it.</summary>
    public bool IsAnswerable => Answers.Count > 0;
}

/// <summary>Reads SQuAD 2.0's JSON.</summary>
internal static class SquadFile
{
    /// <summary>Reads the articles of a file.</summary>
    /// <exception cref="EvaluationException">The file is missing or not in SQuAD's form.</exception>
    public static IReadOnlyList<SquadArticle> Read(string path)
    {
        using var stream = InputFile.Open(path);
        try
        {
            using var json = JsonDocument.Parse(stream);
            return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(Article)];
        }
        catch (Exception malformed) when (
            malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new EvaluationException($"{path} is not a SQuAD 2.0 file: {malformed.Message.TrimEnd('.')}. Download it again.");
        }
    }

    private static SquadArticle Article(JsonElement json, int number) => new(
        json.Text("title").Replace('_', ' '),
        [.. json.GetProperty("paragraphs").EnumerateArray().Select((paragraph, i) => new SquadParagraph(
            $"{number + 1}.{i + 1}",
            paragraph.Text("context"),
            [.. paragraph.GetProperty("qas").EnumerateArray().Select(Question)]))]);

    private static SquadQuestion Question(JsonElement json) => new(
        json.Text("question"),
        json.GetProperty("is_impossible").GetBoolean()
            ? []
            : [.. json.GetProperty("answers").EnumerateArray().Select(answer => answer.Text("text")).Distinct()]);
}
