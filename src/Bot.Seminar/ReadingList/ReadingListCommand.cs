using System.Globalization;
using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;

namespace Bot.Seminar.ReadingList;

/// <summary>Says what a channel reads, what else is on the shelf, what is not served and why, and how one reading is built.</summary>
internal sealed class ReadingListCommand(ChannelShelves shelves) : ISeminarCommand
{
    private const int PerPage = 20;
    private const int MaxProblems = 10;
    private const int MaxChanges = 6;

    public CommandInfo Info { get; } = new("readings", "Lists this channel’s readings, or the sections of one of them.")
    {
        Text = new OptionInfo("name", "A reading's name or words of its title; all readings without it.") { Kind = OptionKind.Reading },
        Options = [new OptionInfo("page", "Which page of a long list.") { Kind = OptionKind.Number }],
        Details = "The name in square brackets is what “reading:” takes in other commands. Where teachers gave the channel a list of its own, the rest "
            + "of the shelf stands below it.",
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
            1 => ChatReply.Answer(ReadingOutline.Of(matches[0])) with { Readings = [ReadingOutline.Listed(matches[0])] },
            _ => Page(matches, $"{matches.Count} readings go by “{request.Text}”", request.Text, PageOf(request)),
        });
    }

    private ChatReply ListAll(CommandRequest request)
    {
        var (snapshot, channel) = (request.Shelf, request.Command.Channel);
        var readings = snapshot.Readings;
        var listed = readings.Count > 0 ? Page(readings, Totals(readings), "", PageOf(request))
            : ChatReply.Answer(new TextBlock(shelves.ListOf(channel).Count > 0
                ? "None of the readings in this channel’s list is on the shelf at the moment."
                : "There are no readings at the moment. Put some files into the folder of the readings."));
        return listed with
        {
            Blocks =
            [
                .. listed.Blocks,
                .. ChannelListReply.Rest(shelves, channel),
                .. Problems(snapshot.Problems),
                .. Warnings(readings),
                .. MovedAnchors(snapshot.AnchorChanges),
            ],
        };
    }

    private static ChatReply Page(IReadOnlyList<Reading> readings, string introduction, string words, int page)
    {
        var pages = (readings.Count + PerPage - 1) / PerPage;
        page = Math.Min(page, pages);
        var where = pages > 1 ? $", page {page} of {pages}" : "";
        var shown = readings.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        List<ReplyBlock> blocks =
        [
            new TextBlock($"{introduction}{where}:"),
            new ListBlock([.. shown.Select(ReadingOutline.InOneLine)]),
        ];
        if (page < pages)
        {
            blocks.Add(new ChoicesBlock([new Choice("More readings", "readings", $"{words} page:{page + 1}".TrimStart())]));
        }

        return ChatReply.Answer(blocks) with { Readings = [.. shown.Select(ReadingOutline.Listed)] };
    }

    private static IEnumerable<ReplyBlock> Problems(IReadOnlyList<ReadingProblem> problems)
    {
        if (problems.Count == 0)
        {
            yield break;
        }

        var items = problems.Take(MaxProblems).Select(problem => problem.ToString()).ToList();
        if (problems.Count > MaxProblems)
        {
            items.Add($"and {problems.Count - MaxProblems} more, which “bot check” lists");
        }

        yield return new TextBlock(problems.Count == 1 ? "One file is not served:" : $"{problems.Count} files are not served:");
        yield return new ListBlock(items);
    }

    private static IEnumerable<ReplyBlock> Warnings(IReadOnlyList<Reading> readings)
    {
        var doubtful = readings.Where(reading => reading.Warnings.Count > 0).ToList();
        if (doubtful.Count > 0)
        {
            yield return new TextBlock("Look at these, since they may not have been read as they are meant:");
            yield return new ListBlock([.. doubtful.Take(MaxProblems).Select(reading => $"{reading.File}: {reading.Warnings[0]}")]);
        }
    }

    private static IEnumerable<ReplyBlock> MovedAnchors(IReadOnlyList<AnchorChange> changes)
    {
        if (changes.Count == 0)
        {
            yield break;
        }

        yield return new TextBlock("These places changed since they could first be cited:");
        yield return new ListBlock([.. changes.GroupBy(change => change.Reading).Select(InOneLine)]);
    }

    private static string InOneLine(IGrouping<ReadingId, AnchorChange> changes)
    {
        var told = changes.Take(MaxChanges).Select(change => change.After is { } after ? $"{change.Before} is {after} now" : $"{change.Before} is gone");
        var more = changes.Count() - MaxChanges;
        return $"{changes.Key}: {string.Join(", ", told)}{(more > 0 ? $", and {more} more" : "")}";
    }

    private static int PageOf(CommandRequest request) =>
        int.Parse(request.Option("page") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Totals(IReadOnlyList<Reading> readings) =>
        $"{Count.Of(readings.Count, "reading")}, {Count.Of(readings.Sum(reading => reading.Paragraphs.Count), "paragraph")}, "
        + Count.Of(readings.Sum(ReadingOutline.Words), "word");
}
