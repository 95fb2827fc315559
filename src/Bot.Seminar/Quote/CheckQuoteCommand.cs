using Bot.Library.Readings.Folders;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Quote;

/// <summary>Checks whether the readings contain a quote word for word, and shows the changes if they do not.</summary>
internal sealed class CheckQuoteCommand(PassageRetriever retriever, EssayFile essays) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("checkquote", "Checks a quote against the readings, word by word.")
    {
        Text = new OptionInfo("quote", "The words to check, with or without quotation marks.") { Required = true, IsLong = true },
        File = new OptionInfo("file", "An essay, whose quotes are all checked: text, Markdown, a web page, PDF or Word."),
        FileExtensions = SentFileReader.Extensions,
        AnswersItsText = true,
        MessageAction = "Check quote",
        Examples =
        [
            "checkquote Sanctions work when they are enforced",
        ],
        Details = "A quote is verbatim, altered (each change is shown), stitched together from several places, or not found. Case, "
            + "kinds of quotation marks and dashes, spaces, hyphens at the end of a line and note marks do not count. An ellipsis can replace left-out "
            + "words, but not a “not”; square brackets mark your own words. If a text has several quotes in quotation "
            + "marks, such as a part of an essay, each is checked. For a whole essay, send the file: attached to the command, in its form, or from the menu of a "
            + "message; in the console write its path. The file is not stored.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Command.Files is [var file, ..])
        {
            return await CheckFileAsync(request, file, cancellationToken);
        }

        var quote = TypedQuote.Parse(request.Text);
        if (quote.Words.Count == 0)
        {
            return ChatReply.Error(QuoteTexts.FormatNoWords(Info.Examples[0]));
        }

        var snapshot = request.Shelf;
        var checker = new QuoteChecker(QuoteIndex.Of(snapshot), request.Budget);
        var finding = checker.Check(quote);
        if (EssayQuotes.Find(request.Text, finding) is { Count: > 0 } quotes)
        {
            return EssayReply.Of(quotes, one => CheckInTime(checker, one, request.Budget));
        }

        if (finding.Verdict == QuoteVerdict.NotFound && !request.Budget.IsOver())
        {
            finding = finding with { Nearest = await NearestSentence.ToAsync(quote.Text, snapshot, retriever, cancellationToken) };
        }

        return finding.Verdict != QuoteVerdict.Verbatim && NamedWords.Describe(quote, snapshot.Readings) is { } name
            ? ChatReply.Answer(new TextBlock(QuoteTexts.FormatWordsOfName(name))) with { Verdict = "verbatim" }
            : QuoteReply.Of(quote, finding);
    }

    private async Task<ChatReply> CheckFileAsync(CommandRequest request, AttachedFile file, CancellationToken cancellationToken)
    {
        var (essay, problem) = await essays.ReadAsync(file, cancellationToken);
        if (essay is null)
        {
            return ChatReply.Error(problem);
        }

        request.Budget.Restart();
        var checker = new QuoteChecker(QuoteIndex.Of(request.Shelf), request.Budget);
        return EssayTable.Of(file.Name, EssayQuotes.Find(essay), quote => CheckInTime(checker, quote, request.Budget));
    }

    // If the time ran out, only a positive result is certain.
    private static QuoteFinding? CheckInTime(QuoteChecker checker, TypedQuote quote, TimeBudget budget)
    {
        var finding = budget.IsOver() ? null : checker.Check(quote);
        return budget.WasCut && finding?.Verdict != QuoteVerdict.Verbatim ? null : finding;
    }
}
