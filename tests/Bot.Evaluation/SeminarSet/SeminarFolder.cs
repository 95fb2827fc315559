using Bot.Evaluation.Files;
using Bot.Evaluation.Gold;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;

namespace Bot.Evaluation.SeminarSet;

/// <summary>Texts on several subjects with questions and claims: the folder <c>texts</c> and the file <c>questions.jsonl</c>.</summary>
/// <param name="Texts">In the order of their ids.</param>
/// <param name="Questions">Each names its text's file.</param>
internal sealed record SeminarFolder(IReadOnlyList<Reading> Texts, IReadOnlyList<GoldQuestion> Questions)
{
    /// <summary>Reads a folder.</summary>
    /// <exception cref="EvaluationException">A file is missing or malformed, or a question has no text.</exception>
    public static SeminarFolder Open(string folder)
    {
        InputFile.RequireFolder(Path.Combine(folder, "texts"));
        var questions = GoldQuestion.ReadFile(Path.Combine(folder, "questions.jsonl"));
        var texts = ReadingFolder.Load(Path.Combine(folder, "texts")).Readings;
        if (questions.FirstOrDefault(question => texts.All(text => text.File != question.File)) is { } lost)
        {
            throw new EvaluationException($"{folder}: question “{lost.Id}” is on “{lost.File}”, which is not in texts/.");
        }

        return new SeminarFolder(texts, questions);
    }

    /// <summary>The questions on one text.</summary>
    public IReadOnlyList<GoldQuestion> On(Reading text) => [.. Questions.Where(question => question.File == text.File)];
}
