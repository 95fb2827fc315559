using System.Globalization;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Find;

/// <summary>Lists the passages that contain some words, the best first, with the words marked.</summary>
internal sealed class FindCommand(FindSearch search) : ISeminarCommand
{
    private const int PassagesOnPage = 5;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("find", "Lists the passages that contain your words, the best first.")
    {
        Text = new OptionInfo("words", "Words, \"exact words\", and -words to leave out.") { Required = true },
        AnswersItsText = true,
        Options =
        [
            new OptionInfo("page", "Which page of the list.") { Kind = OptionKind.Number },
            new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading },
        ],
        Examples = ["find arms control", "find \"oil exports\" sanctions", "find sanctions -Russia reading:case-for-pressure"],
        Details = "A phrase in quotation marks must be in the paragraph exactly; a word with a minus sign before it must not be there. "
            + "Other words can have another form there.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = request.Shelf;
        var words = FindWords.Parse(request.Text);
        if (words.Wanted.Length == 0 && words.Unwanted.Count > 0)
        {
            return ChatReply.Error(FindTexts.OnlyUnwanted);
        }

        if (words.Phrases.Count == 0 && !InputText.HasSubject(words.Wanted))
        {
            return ChatReply.Error(FindTexts.NoSubject);
        }

        var reading = request.Option("reading");
        var passages = await search.RunAsync(snapshot, words, reading, request.Budget, cancellationToken);
        if (passages.Count == 0)
        {
            return await NothingFound.OfAsync(search, snapshot, words, reading, request.Budget, cancellationToken);
        }

        var page = int.Parse(request.Option("page") ?? "1", CultureInfo.InvariantCulture);
        var pages = (passages.Count + PassagesOnPage - 1) / PassagesOnPage;
        return page <= pages
            ? ShowPage(request, passages, page, passage => MatchMarks.Of(passage.Quote, words, passage.Reading.Language))
            : ChatReply.Error(pages == 1
                ? FindTexts.FormatOnlyOnePage(Count.Passages(passages.Count))
                : FindTexts.FormatOnlyPages(pages, Count.Passages(passages.Count)));
    }

    private static ChatReply ShowPage(
        CommandRequest request, IReadOnlyList<Passage> passages, int page, Func<Passage, IReadOnlyList<TextSpan>> marks)
    {
        var skipped = (page - 1) * PassagesOnPage;
        var shown = passages.Skip(skipped).Take(PassagesOnPage).ToList();
        var blocks = new List<ReplyBlock> { new TextBlock(DescribeRange(skipped, shown.Count, passages.Count)) };
        blocks.AddRange(shown.Select(passage => Quotation.Alone(passage.Reading, passage.Paragraph, passage.First, passage.Last) with
        {
            Score = passage.Score,
            Marks = marks(passage),
        }));
        if (skipped + shown.Count < passages.Count)
        {
            blocks.Add(new ChoicesBlock([new Choice(FindTexts.More, "find", OfferNextPage(request, page + 1))]));
        }

        return ChatReply.Answer(blocks);
    }

    private static string DescribeRange(int skipped, int shown, int all)
    {
        var total = all == FindSearch.MaxPassages ? FindTexts.FormatBestPassages(all) : Count.Passages(all);
        return shown == all
            ? FindTexts.FormatAll(total)
            : FindTexts.FormatSome(shown == 1 ? $"{skipped + 1}" : $"{skipped + 1}–{skipped + shown}", total);
    }

    private static string OfferNextPage(CommandRequest request, int page)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"{request.Text} page:{page}");
        return request.Option("reading") is { } reading ? $"{next} reading:{reading}" : next;
    }
}
