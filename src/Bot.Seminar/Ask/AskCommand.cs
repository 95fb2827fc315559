using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Ask;

/// <summary>Answers a question with the sentences of the readings that say it, or says that they do not.</summary>
internal sealed class AskCommand(Shelf shelf, IOptions<AskOptions> options) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("ask", "Answers a question with sentences of the readings, word for word.")
    {
        Text = new OptionInfo("question", "What you want to know.") { Required = true },
        AnswersItsText = true,
        TakesBareWords = true,
        Options = [new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading }],
        Examples = ["ask Have sanctions worked?", "ask Why did the Agreed Framework fail? reading:what-past-agreements-teach"],
        Details = "You get one to three passages, the best first, each with its place. Where the readings do not say, the bot tells you "
            + "so; it never makes up an answer.",
    };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        var question = Question.Parse(request.Text, snapshot.Index.Lexicon);
        var reading = request.Option("reading");
        var (found, answers) = AnswerSearch.Run(
            snapshot.Index, question, reading is null ? null : (candidate, _) => candidate.Id.Value == reading);
        return Task.FromResult(question switch
        {
            { AsksAboutAuthor: true } => AuthorReply.Of(InScope(snapshot.Readings, reading), answers),
            { Query.Units.Count: 0 } => ChatReply.Error(
                "That question has only little words. Name what it is about, for example: ask Have sanctions worked?"),
            _ => Reply(question, found, answers),
        });
    }

    private static List<Reading> InScope(IReadOnlyList<Reading> readings, string? reading) =>
        [.. readings.Where(candidate => reading is null || candidate.Id.Value == reading)];

    private ChatReply Reply(Question question, PassageCandidates found, IReadOnlyList<Answer> answers)
    {
        var good = AnswerJudge.Choose(question, found, answers, options.Value);
        return good.Count == 0
            ? AbstainReply.Of(question, found, answers, options.Value.MinConfidence)
            : AnswerReply(good);
    }

    private static ChatReply AnswerReply(IReadOnlyList<Answer> answers)
    {
        var best = answers[0].Candidate;
        return ChatReply.Answer(
        [
            .. Quotation.OfAll([.. answers.Select(answer => answer.Candidate)])
                .Zip(answers, (quote, answer) => quote with { Score = Math.Round(answer.Score, 2) }),
            new ChoicesBlock(
            [
                new Choice($"Show ¶{best.Paragraph.Number}", "show", $"¶{best.Paragraph.Number}.{best.First} reading:{best.Reading.Id}"),
                new Choice("What speaks against it?", "counter", $"¶{best.Paragraph.Number}.{best.Last} reading:{best.Reading.Id}"),
            ]),
        ]);
    }
}
