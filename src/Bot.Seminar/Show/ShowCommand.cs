using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Chat.Delivery;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Show;

/// <summary>Shows a paragraph and its neighbours. The requested paragraph comes first.</summary>
internal sealed partial class ShowCommand : ISeminarCommand
{
    private const int MaxChoices = 5;
    private const int MaxChoice = 75;

    public CommandInfo Info { get; } = new("show", "Shows a paragraph of a reading with the ones before and after it, or an article of a law.")
    {
        Text = new OptionInfo("anchor", "The place: ¶9, ¶9.2 or Article 5(1), with the reading's name if there are several.") { Required = true, Kind = OptionKind.Anchor },
        Options =
        [
            new OptionInfo("page", "Which page of a long paragraph or article.") { Kind = OptionKind.Number },
            new OptionInfo("reading", "The reading that the place is in.") { Kind = OptionKind.Reading },
        ],
        Details = "Places can be written as they are cited, or as 9, p9 or case-for-pressure#9.2. A sentence's number marks that sentence. "
            + "Where the printed pages are known, page 5 works too. In a law or judgment, write Article 5(1)(c), Recital 12, Annex III, [38], paragraph 38 or Annex A [3].",
        Examples = ["show case-for-pressure ¶2", "show ¶3.2 reading:what-sanctions-did", "show Article 19"],
    };

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var readings = request.Shelf.Readings;
        var target = TypedPlace.Parse(request.Text);
        return Task.FromResult(
            ShowProvision(readings, target, request)
            ?? ShowPrintedPage(readings, request)
            ?? (target.Anchor is { } anchor ? Show(readings, target.Name, anchor, request) : ExplainNoAnchor(readings, target, request)));
    }

    // "§ 9" means a section if a reading has it, otherwise ¶9.
    private static ChatReply? ShowProvision(IReadOnlyList<Reading> readings, TypedPlace target, CommandRequest request)
    {
        if (target.Provision is not { } provision)
        {
            return null;
        }

        var name = request.Option("reading") ?? target.NameBesideProvision;
        var candidates = name is null ? readings : ReadingNames.Matches(readings, name);
        var having = candidates
            .Select(reading => (Reading: reading, Paragraphs: reading.FindProvision(provision)))
            .Where(found => found.Paragraphs.Count > 0)
            .ToList();
        return having switch
        {
            [] => null,
            [var (reading, paragraphs)] => Seminar.Show.ShowProvision.Of(reading, provision, paragraphs, PageOf(request)),
            _ => AskWhich([.. having.Select(found => found.Reading)], provision, provision),
        };
    }

    // Without printed pages, “page 5” means ¶5.
    private static ChatReply? ShowPrintedPage(IReadOnlyList<Reading> readings, CommandRequest request)
    {
        if (PrintedPage.Match(request.Text) is not { Success: true } typed)
        {
            return null;
        }

        var name = request.Option("reading") ?? (typed.Groups["name"] is { Length: > 0 } group ? group.Value : null);
        var label = typed.Groups["page"].Value;
        var having = (name is null ? readings : ReadingNames.Matches(readings, name))
            .Select(reading => (Reading: reading, Paragraph: FindPage(reading, label)))
            .Where(found => found.Paragraph is not null)
            .ToList();
        return having switch
        {
            [] => null,
            [var (only, paragraph)] => Show(readings, [only], name, new Anchor(paragraph!.Number), PageOf(request)),
            _ => AskWhich([.. having.Select(found => found.Reading)], $"page {label}", $"page {label}"),
        };
    }

    // The first paragraph that begins on the page, or the one that fills it.
    private static Paragraph? FindPage(Reading reading, string label)
    {
        return reading.Paragraphs.FirstOrDefault(paragraph => IsLabel(paragraph.Page))
            ?? reading.Paragraphs.FirstOrDefault(paragraph => paragraph.Pages.Any(page => IsLabel(page.Label)));

        bool IsLabel(string? page) => string.Equals(page, label, StringComparison.OrdinalIgnoreCase);
    }

    private static ChatReply Show(IReadOnlyList<Reading> readings, string? typedName, Anchor anchor, CommandRequest request)
    {
        var name = request.Option("reading") ?? typedName;
        var candidates = name is null ? readings : ReadingNames.Matches(readings, name);
        if (candidates.Count == 0)
        {
            // A speech of the only reading is cited as "Socrates, ¶4.1".
            candidates = [.. readings.Where(reading => string.Equals(reading.Find(anchor.Paragraph)?.Speaker, name, StringComparison.OrdinalIgnoreCase))];
        }

        return Show(readings, candidates, name, anchor, PageOf(request));
    }

    private static int? PageOf(CommandRequest request) =>
        request.Option("page") is { } page ? int.Parse(page, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static ChatReply Show(IReadOnlyList<Reading> readings, IReadOnlyList<Reading> candidates, string? name, Anchor anchor, int? page)
    {
        if (candidates.Count == 0)
        {
            return ChatReply.Error(ReadingNames.Explain(readings, name ?? anchor.ToString(), candidates));
        }

        var having = candidates.Where(reading => reading.Find(anchor.Paragraph) is not null).ToList();
        return having.Count switch
        {
            0 => ChatReply.Error(ExplainNoParagraph(candidates, anchor)),
            1 when ExplainMissingSentence(having[0], anchor) is { } problem => ChatReply.Error(problem),
            1 => ShowParagraph.Of(having[0], anchor, page),
            _ => AskWhich(having, ShowTexts.FormatAParagraph(anchor.Paragraph), anchor.ToString()),
        };
    }

    private static ChatReply ExplainNoAnchor(IReadOnlyList<Reading> readings, TypedPlace target, CommandRequest request)
    {
        var name = request.Option("reading") ?? (target.Provision is null ? target.Name : target.NameBesideProvision);
        var candidates = name is null ? readings : ReadingNames.Matches(readings, name);
        if (target.Provision is { } provision)
        {
            return ChatReply.Error(candidates.Count == 0
                ? ReadingNames.Explain(readings, name ?? provision, candidates)
                : candidates is [var law]
                ? ShowTexts.FormatNoProvisionInReading(provision, law.Title)
                : ShowTexts.FormatNoProvision(provision));
        }

        if (candidates is [var only] && request.Text.Length > 0)
        {
            return ChatReply.Error(ShowTexts.FormatWhichParagraph(only.Title, Count.Paragraphs(only.Paragraphs.Count), only.Id));
        }

        return ChatReply.Error(ShowTexts.NoPlace);
    }

    private static string ExplainNoParagraph(IReadOnlyList<Reading> candidates, Anchor anchor)
    {
        var longest = candidates.MaxBy(reading => reading.Paragraphs.Count) ?? candidates[0];
        return candidates.Count > 1
            ? ShowTexts.FormatNoParagraphAnywhere(anchor.Paragraph, longest.Title, longest.Paragraphs.Count)
            : ShowTexts.FormatNoParagraph(anchor.Paragraph, longest.Title, longest.Paragraphs.Count);
    }

    private static string? ExplainMissingSentence(Reading reading, Anchor anchor)
    {
        var sentences = reading.Find(anchor.Paragraph)?.Sentences.Count ?? 0;
        return anchor.Sentence > sentences
            ? ShowTexts.FormatNoSentence(anchor.Paragraph, reading.Title, Count.Sentences(sentences), anchor)
            : null;
    }

    private static ChatReply AskWhich(List<Reading> having, string shown, string place)
    {
        var choices = having.Take(MaxChoices).Select(reading => new Choice(ShortText.Of(reading.Title, MaxChoice), "show", $"{place} reading:{reading.Id}"));
        return new ChatReply(
            ReplyStatus.Error,
            [
                new TextBlock(ShowTexts.FormatWhichReading(Count.Readings(having.Count), shown, ReadingNames.List(having))),
                new ChoicesBlock([.. choices]),
            ]);
    }

    [GeneratedRegex(@"^(?:(?<name>.+?)[\s,:#]+)?page\s+(?<page>[0-9]{1,4}|[ivxlc]{1,7})$", RegexOptions.IgnoreCase)]
    private static partial Regex PrintedPage { get; }
}
