using System.CommandLine;
using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Evaluation.Product;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Verbs;

/// <summary><c>further FILE --readings DIR</c>: which questions are offered below answers, and what these are answered with, to be read by a person.</summary>
internal static class FurtherVerb
{
    private const int MaxQuote = 160;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Questions, one JSON object a line with command and text." };
        var readings = new Option<string>("--readings") { Description = "The folder of readings that they are about.", Required = true };
        var command = new Command("further", "The questions that are offered below answers.") { file, readings };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var seminar = await SeminarUnderTest.OpenAsync(parsed.GetRequiredValue(readings), cancellationToken);
            var questions = JsonLines.Read(parsed.GetRequiredValue(file), json => (Command: json.Text("command"), Text: json.Text("text")))
                .Where(question => question.Command == "ask")
                .Select(question => question.Text)
                .ToList();
            var (answers, below, offered, answered) = (0, 0, 0, 0);
            foreach (var question in questions)
            {
                var reply = await seminar.AskAsPersonAsync(question, cancellationToken);
                var further = reply.Choices.Where(choice => choice.MayBeLeftOut).ToList();
                answers += reply.Status == ReplyStatus.Answered ? 1 : 0;
                below += further.Count > 0 ? 1 : 0;
                if (further.Count > 0)
                {
                    await output.WriteLineAsync($"\n{question}\n  {Short(reply)}");
                }

                foreach (var choice in further)
                {
                    var next = await seminar.AskAsync(choice.Command, choice.Text, null, cancellationToken);
                    offered++;
                    answered += next.Status == ReplyStatus.Answered ? 1 : 0;
                    await output.WriteLineAsync($"  → {choice.Label}\n      {next.Status}: {Short(next)}");
                }
            }

            var table = new Table("answers", "with something offered", "offered", "answered when asked");
            table.Add($"{answers}", Figure.ShareOf(below, answers), $"{offered}", Figure.ShareOf(answered, offered));
            await output.WriteLineAsync();
            table.Write(output);
            return 0;
        });
        return command;
    }

    private static string Short(ChatReply reply) =>
        reply.Quotes.FirstOrDefault() is { } quote
            ? $"{quote.Citation.Reading} {quote.Citation.Label}: {quote.Text[..Math.Min(MaxQuote, quote.Text.Length)]}"
            : "";
}
