using System.Globalization;
using Bot.Chat;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Find;

/// <summary>Lists the passages that hold some words, the best first, with the words marked.</summary>
internal sealed class FindCommand(FindSearch search) : ISeminarCommand
{
    private const int PassagesOnPage = 5;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("find", "Lists the passages that hold your words, the best first.")
    {
        Text = new OptionInfo("words", "Words, \"exact words\", and -words to leave out.") { Required = true },
        AnswersItsText = true,
        Options =
        [
            new OptionInfo("page", "Which page of the list.") { Kind = OptionKind.Number },
            new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading },
        ],
        Examples = ["find arms control", "find \"oil exports\" sanctions", "find sanctions -Russia reading:case-for-pressure"],
        Details = "Words in quotation marks must stand in the paragraph exactly so; a word with a minus sign before it must not stand there. "
            + "Other words may stand there in another form.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = request.Shelf;
        var words = FindWords.Parse(request.Text);
        if (words.Wanted.Length == 0 && words.Unwanted.Count > 0)
        {
            return ChatReply.Error("That says only what to leave out. Add a word to look for, for example: find sanctions -Russia");
        }

        if (words.Phrases.Count == 0 && !InputText.HasSubject(words.Wanted))
        {
            return ChatReply.Error(
                "Those words stand everywhere. Name what you look for, for example: find arms control");
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
            ? Page(request, passages, page, passage => MatchMarks.Of(passage.Quote, words, passage.Reading.Language))
            : ChatReply.Error($"There {(pages == 1 ? "is only one page" : $"are only {pages} pages")} of that: {Count.Of(passages.Count, "passage")}.");
    }

    private static ChatReply Page(
        CommandRequest request, IReadOnlyList<Passage> passages, int page, Func<Passage, IReadOnlyList<TextSpan>> marks)
    {
        var skipped = (page - 1) * PassagesOnPage;
        var shown = passages.Skip(skipped).Take(PassagesOnPage).ToList();
        var blocks = new List<ReplyBlock> { new TextBlock($"{Range(skipped, shown.Count, passages.Count)}:") };
        blocks.AddRange(shown.Select(passage => Quotation.Of(passage.Reading, passage.Paragraph, passage.First, passage.Last) with
        {
            Score = passage.Score,
            Marks = marks(passage),
        }));
        if (skipped + shown.Count < passages.Count)
        {
            blocks.Add(new ChoicesBlock([new Choice("More", "find", NextPage(request, page + 1))]));
        }

        return ChatReply.Answer(blocks);
    }

    private static string Range(int skipped, int shown, int all)
    {
        var total = all == FindSearch.MaxPassages ? $"the best {all} passages" : Count.Of(all, "passage");
        return shown == all ? total : shown == 1 ? $"{skipped + 1} of {total}" : $"{skipped + 1}–{skipped + shown} of {total}";
    }

    private static string NextPage(CommandRequest request, int page)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"{request.Text} page:{page}");
        return request.Option("reading") is { } reading ? $"{next} reading:{reading}" : next;
    }
}
