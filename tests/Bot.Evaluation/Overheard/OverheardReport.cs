using Bot.Evaluation.Files;
using Bot.Evaluation.Product;
using Bot.Evaluation.Reports;
using Bot.Evaluation.SeminarSet;

namespace Bot.Evaluation.Overheard;

/// <summary>
/// Measures the answers of a channel with <c>settings answers:here</c>: to the questions of the seminar set, each with only its text; and to messages
/// between people, those about a text with that one, the others with each text.
/// </summary>
internal static class OverheardReport
{
    public static async Task WriteAsync(SeminarRun run, IReadOnlyList<OverheardMessage> messages, TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("posted", "answered", "asked with a question mark");
        var answered = new List<string>();
        var byText = run.Folder.Texts.ToDictionary(text => text.File, text => new SeminarUnderTest([text], run.Alone(text)));
        var questions = run.Folder.Questions.Where(question => !question.IsClaim).ToList();
        await AddAsync("a question that its text answers", questions.Where(question => question.IsAnswerable).Select(question => (question.Text, question.File)));
        await AddAsync("a question that it does not answer", questions.Where(question => !question.IsAnswerable).Select(question => (question.Text, question.File)));
        foreach (var kind in messages.GroupBy(message => message.Kind))
        {
            answered.Clear();
            await AddAsync(kind.Key, kind.SelectMany(message => message.File.Length > 0
                ? [(message.Text, message.File)]
                : byText.Keys.Select(file => (message.Text, file))));
            foreach (var words in answered.Distinct())
            {
                await output.WriteLineAsync($"Answered: {words}");
            }
        }

        await output.WriteLineAsync();
        table.Write(output);

        async Task AddAsync(string kind, IEnumerable<(string Text, string File)> posted)
        {
            var (all, marked, count) = (0, 0, 0);
            foreach (var (text, file) in posted)
            {
                var seminar = byText.GetValueOrDefault(file) ?? throw new EvaluationException($"“{text}” is about {file}, which is not in texts/.");
                all++;
                marked += text.TrimEnd().EndsWith('?') ? 1 : 0;
                if (await seminar.OverhearAsync(text, cancellationToken) is not null)
                {
                    count++;
                    answered.Add($"{text} ({file})");
                }
            }

            table.Add(kind, Figure.ShareOf(count, all), Figure.Of(marked, all));
        }
    }
}
