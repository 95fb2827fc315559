using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Channels;

namespace Bot.Seminar.ReadingList;

/// <summary>Lists a channel's readings, the others on the shelf, and the files that are not served and why; or the sections of one reading.</summary>
internal sealed class ReadingListCommand(ChannelShelves shelves) : ISeminarCommand
{
    private const int PerPage = 20;
    private const int MaxProblems = 10;
    private const int MaxChanges = 6;

    public CommandInfo Info { get; } = new("readings", "Lists this channel’s readings, or the sections of one of them.")
    {
        Text = new OptionInfo("name", "A reading's name or words of its title; all readings without it.") { Kind = OptionKind.Reading },
        Options = [new OptionInfo("page", "Which page of a long list.") { Kind = OptionKind.Number }],
        Details = "Use the name in square brackets for “reading:” in other commands. If the channel has its own list, the rest "
            + "of the shelf is shown below it.",
        Examples = ["readings", "readings sanctions"],
        NameInGroup = "list",
    };

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = request.Shelf;
        if (request.Text.Length == 0)
        {
            return Task.FromResult(ListAll(request));
        }

        var matches = ReadingNames.Matches(snapshot.Readings, request.Text);
        return Task.FromResult(matches.Count switch
        {
            0 => ChatReply.Error(ReadingNames.Explain(snapshot.Readings, request.Text, matches)),
            1 => ChatReply.Answer(ReadingOutline.Of(matches[0])) with { Readings = [ReadingOutline.ToListed(matches[0])] },
            _ => ShowPage(matches, ReadingListTexts.FormatGoBy(matches.Count, request.Text), request.Text, PageOf(request)),
        });
    }

    private ChatReply ListAll(CommandRequest request)
    {
        var (snapshot, channel) = (request.Shelf, request.Command.Channel);
        var readings = snapshot.Readings;
        var listed = readings.Count > 0 ? ShowPage(readings, CountTotals(readings), "", PageOf(request))
            : ChatReply.Answer(new TextBlock(shelves.ListOf(channel).Count > 0
                ? ReadingListTexts.NoneListedIsThere
                : ReadingListTexts.NoReadings));
        return listed with
        {
            Blocks =
            [
                .. listed.Blocks,
                .. ChannelListReply.ListOthers(shelves, channel),
                .. ShowProblems(snapshot.Problems),
                .. ShowWarnings(readings),
                .. ShowMovedAnchors(snapshot.AnchorChanges),
            ],
        };
    }

    private static ChatReply ShowPage(IReadOnlyList<Reading> readings, string introduction, string words, int page)
    {
        var pages = (readings.Count + PerPage - 1) / PerPage;
        page = Math.Min(page, pages);
        var shown = readings.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        List<ReplyBlock> blocks =
        [
            new TextBlock(pages > 1 ? ReadingListTexts.FormatListPage(introduction, page, pages) : ReadingListTexts.FormatList(introduction)),
            new ListBlock([.. shown.Select(ReadingOutline.WriteInOneLine)]),
        ];
        if (page < pages)
        {
            blocks.Add(new ChoicesBlock([new Choice(ReadingListTexts.MoreReadings, "readings", $"{words} page:{page + 1}".TrimStart())]));
        }

        return ChatReply.Answer(blocks) with { Readings = [.. shown.Select(ReadingOutline.ToListed)] };
    }

    private static IEnumerable<ReplyBlock> ShowProblems(IReadOnlyList<ReadingProblem> problems)
    {
        if (problems.Count == 0)
        {
            yield break;
        }

        var items = problems.Take(MaxProblems).Select(problem => $"{problem.File}: {FileReasons.Translate(problem.Reason)}").ToList();
        if (problems.Count > MaxProblems)
        {
            items.Add(ReadingListTexts.FormatAndMoreFiles(problems.Count - MaxProblems));
        }

        yield return new TextBlock(problems.Count == 1 ? ReadingListTexts.OneFileNotServed : ReadingListTexts.FormatFilesNotServed(problems.Count));
        yield return new ListBlock(items);
    }

    private static IEnumerable<ReplyBlock> ShowWarnings(IReadOnlyList<Reading> readings)
    {
        var doubtful = readings.Where(reading => reading.Warnings.Count > 0).ToList();
        if (doubtful.Count > 0)
        {
            yield return new TextBlock(ReadingListTexts.LookAtThese);
            yield return new ListBlock([.. doubtful.Take(MaxProblems).Select(reading => $"{reading.File}: {FileReasons.Translate(reading.Warnings[0])}")]);
        }
    }

    private static IEnumerable<ReplyBlock> ShowMovedAnchors(IReadOnlyList<AnchorChange> changes)
    {
        if (changes.Count == 0)
        {
            yield break;
        }

        yield return new TextBlock(ReadingListTexts.PlacesChanged);
        yield return new ListBlock([.. changes.GroupBy(change => change.Reading).Select(WriteInOneLine)]);
    }

    private static string WriteInOneLine(IGrouping<ReadingId, AnchorChange> changes)
    {
        var told = string.Join(", ", changes.Take(MaxChanges).Select(change => change.After is { } after
            ? ReadingListTexts.FormatPlaceMoved(change.Before, after)
            : ReadingListTexts.FormatPlaceGone(change.Before)));
        var more = changes.Count() - MaxChanges;
        return $"{changes.Key}: {(more > 0 ? ReadingListTexts.FormatChangesAndMore(told, more) : told)}";
    }

    private static int PageOf(CommandRequest request) =>
        int.Parse(request.Option("page") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture);

    private static string CountTotals(IReadOnlyList<Reading> readings) =>
        $"{Count.Readings(readings.Count)}, {Count.Paragraphs(readings.Sum(reading => reading.Paragraphs.Count))}, "
        + Count.Words(readings.Sum(ReadingOutline.CountWords));
}
