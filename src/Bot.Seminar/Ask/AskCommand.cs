using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Ask;

/// <summary>Answers a question with sentences of the readings, or says that they contain no answer.</summary>
internal sealed class AskCommand(ShelfEmbedder embedder, PassageRetriever retriever, FurtherQuestions further, IOptions<AskOptions> options) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("ask", "Answers a question with sentences of the readings, word for word.")
    {
        Text = new OptionInfo("question", "What you want to know.") { Required = true },
        AnswersItsText = true,
        TakesBareWords = true,
        Options = [new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading }],
        Examples = ["ask Have sanctions worked?", "ask Why did the Agreed Framework fail? reading:what-past-agreements-teach"],
        Details = "You get up to three passages, the best first, each with its place; the sentence that was found is marked. If the bot is not "
            + "sure that they answer, it says so. If the readings don’t say, it says that too; it never makes up an answer. A question that names "
            + "an author or a text is answered from that text: “What does Madison say about factions?” If it names several, you get a passage of each.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var reply = await AnswerAsync(request, cancellationToken);
        return reply.Status == ReplyStatus.Abstained && request.Earlier is null ? reply with { Unanswered = request.Text } : reply;
    }

    private async Task<ChatReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!InputText.HasWord(request.Text))
        {
            return ChatReply.Error(AskTexts.FormatNoWord(Info.Examples[0]));
        }

        var snapshot = request.Shelf;
        IReadOnlyList<Reading> readings = request.Option("reading") is { } name
            ? [.. snapshot.Readings.Where(reading => reading.Id.Value == name)]
            : snapshot.Readings;
        if (FactQuestion.Of(request.Text, readings) is { } fact && FactReply.Of(fact) is { } known)
        {
            return known;
        }

        var scope = QuestionScope.Of(request.Text, readings);
        var provision = ProvisionQuestion.Of(scope);
        return provision?.Answer()
            ?? WordsAloneNote.AddTo(await SearchAsync(request, scope, provision, cancellationToken), snapshot, embedder);
    }

    private async Task<ChatReply> SearchAsync(
        CommandRequest request, QuestionScope scope, ProvisionQuestion? provision, CancellationToken cancellationToken)
    {
        var (snapshot, earlier) = (request.Shelf, request.Earlier);
        var query = new RetrievalQuery(scope.Question)
        {
            Accepts = scope.Readings.Count == snapshot.Readings.Count ? null : (reading, _) => scope.Readings.Contains(reading),
            MaxPassages = options.Value.MaxPassages + (request.Command.MayOfferQuestions ? FurtherQuestions.PassagesNeeded : 0),
        };
        if (provision is { Found.Count: > 0 })
        {
            var there = provision.Found.SelectMany(found => found.Paragraphs).ToHashSet<Paragraph>(ReferenceEqualityComparer.Instance);
            var inProvision = query with { Text = provision.Question, Accepts = (_, paragraph) => there.Contains(paragraph) };
            if (await retriever.SearchAsync(snapshot.Index, inProvision, cancellationToken) is { Certainty: not Certainty.None } result)
            {
                return await ReplyAsync(request, result, where: null, repeatable: null, cancellationToken);
            }
        }

        if (earlier is not null)
        {
            // Passages that were quoted already are skipped.
            query = query with { Skips = (reading, paragraph, sentence) => WasQuoted(earlier, reading, paragraph, sentence), Mentioning = earlier.Words };
            foreach (var next in OrderFollowUps(query, request, scope, earlier))
            {
                if (await retriever.SearchAsync(snapshot.Index, next, cancellationToken) is { Certainty: not Certainty.None } there)
                {
                    return await ReplyAsync(request, there, where: null, repeatable: null, cancellationToken);
                }
            }
        }

        var found = scope.Compared.Count > 1 && earlier is null
            ? await CompareAsync(query, request, scope, cancellationToken)
            : await retriever.SearchAsync(snapshot.Index, query, cancellationToken);
        return await ReplyAsync(
            request,
            found,
            where: scope is { IsNamed: true, Readings: [var only] } ? only : null,
            repeatable: scope.IsNamed || earlier is not null ? null : scope.Question,
            cancellationToken);
    }

    // The best passage of each, then the next best ones.
    private async Task<RetrievalResult> CompareAsync(RetrievalQuery query, CommandRequest request, QuestionScope scope, CancellationToken cancellationToken)
    {
        var results = new List<RetrievalResult>();
        foreach (var readings in scope.Compared)
        {
            results.Add(await retriever.SearchAsync(
                request.Shelf.Index, query with { Accepts = (reading, _) => readings.Contains(reading) }, cancellationToken));
        }

        var near = results.FindAll(result => result.Certainty != Certainty.None);
        var surest = results.MaxBy(result => result.Confidence)!;
        return near.Count == 0 ? surest : surest with
        {
            Passages =
            [
                .. near.Select(result => result.Passages[0])
                    .Concat(near.SelectMany(result => result.Passages.Skip(1)).OrderByDescending(passage => passage.Score))
                    .Distinct()
                    .Take(query.MaxPassages),
            ],
            Certainty = near.Max(result => result.Certainty),
            MissingNames = [],
        };
    }

    // The text that answered before is preferred, unless only another one mentions the words of the follow-up.
    private static IEnumerable<RetrievalQuery> OrderFollowUps(RetrievalQuery query, CommandRequest request, QuestionScope scope, EarlierQuestion earlier)
    {
        var preferred = scope.IsNamed ? query
            : earlier.Quoted is [var first, ..] ? query with { Accepts = (reading, _) => reading.Id.Value == first.Reading }
            : null;
        if (preferred is not null)
        {
            yield return preferred with { NeedsMention = true };
        }

        if (!QuestionScope.Of(earlier.Words, request.Shelf.Readings).IsNamed)
        {
            var limit = request.Option("reading");
            yield return query with { Accepts = limit is null ? null : (reading, _) => reading.Id.Value == limit, NeedsMention = true };
        }

        if (preferred is not null && !scope.IsNamed)
        {
            yield return preferred;
        }
    }

    // A question that names a text, or leans on the one before, cannot be put to another text as it stands.
    private async Task<ChatReply> ReplyAsync(
        CommandRequest request, RetrievalResult found, Reading? where, string? repeatable, CancellationToken cancellationToken)
    {
        var (shown, others) = (found.Passages.Take(options.Value.MaxPassages).ToList(), found.Passages.Skip(options.Value.MaxPassages).ToList());
        var questions = found.Certainty == Certainty.Sure && request.Command.MayOfferQuestions
            ? await further.AfterAsync(request.Shelf, repeatable, shown, others, cancellationToken)
            : [];
        return AskReply.Of(found with { Passages = shown }, where, questions);
    }

    private static bool WasQuoted(EarlierQuestion earlier, Reading reading, Paragraph paragraph, int sentence) => earlier.Quoted.Any(place =>
        place.Paragraph == paragraph.Number && place.Reading == reading.Id.Value && sentence >= place.Sentence && sentence <= place.LastSentence);
}
