using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Show;

/// <summary>Shows a paragraph and the ones next to it. The paragraph that was asked for comes first.</summary>
internal sealed class ShowCommand(Shelf shelf) : ISeminarCommand
{
    private const int MostChoices = 5;

    public CommandInfo Info { get; } = new("show", "Shows a paragraph of a reading with the ones before and after it.")
    {
        Text = new OptionInfo("anchor", "The place: ¶9 or ¶9.2, with the reading's name where there are several.") { Required = true, Kind = OptionKind.Anchor },
        Options = [new OptionInfo("reading", "The reading that the place is in.") { Kind = OptionKind.Reading }],
        Details = "Places can be written as they are cited, or as 9, p9 or case-for-pressure#9.2. A sentence's number marks that sentence.",
        Examples = ["show case-for-pressure ¶2", "show ¶3.2 reading:what-sanctions-did"],
    };

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var readings = shelf.Current.Readings;
        var target = TypedPlace.Parse(request.Text);
        var name = request.Option("reading") ?? target.Name;
        var candidates = name is null ? readings : ReadingNames.Matches(readings, name);
        return Task.FromResult(target.Anchor is { } anchor
            ? Show(readings, candidates, name, anchor)
            : ExplainNoAnchor(candidates, request.Text));
    }

    private static ChatReply Show(IReadOnlyList<Reading> readings, IReadOnlyList<Reading> candidates, string? name, Anchor anchor)
    {
        if (candidates.Count == 0)
        {
            return ChatReply.Error(ReadingNames.Explain(readings, name ?? anchor.ToString(), candidates));
        }

        var having = candidates.Where(reading => reading.Find(anchor.Paragraph) is not null).ToList();
        return having.Count switch
        {
            0 => ChatReply.Error(ExplainNoParagraph(candidates, anchor)),
            1 when SentenceIsMissing(having[0], anchor) is { } problem => ChatReply.Error(problem),
            1 => ShowParagraph.Of(having[0], anchor),
            _ => AskWhich(having, anchor),
        };
    }

    private static ChatReply ExplainNoAnchor(IReadOnlyList<Reading> candidates, string text)
    {
        if (candidates is [var only] && text.Length > 0)
        {
            return ChatReply.Error(
                $"Which paragraph of “{only.Title}”? It has {Count.Of(only.Paragraphs.Count, "paragraph")}. Write, for example: show ¶1 reading:{only.Id}");
        }

        return ChatReply.Error("That names no place in a reading. Write a paragraph's number, for example: show ¶2, or show ¶2.1 for a sentence.");
    }

    private static string ExplainNoParagraph(IReadOnlyList<Reading> candidates, Anchor anchor)
    {
        var longest = candidates.MaxBy(reading => reading.Paragraphs.Count) ?? candidates[0];
        var many = candidates.Count > 1;
        return $"There is no ¶{anchor.Paragraph}{(many ? " in any reading" : "")}: “{longest.Title}”"
            + $"{(many ? ", the longest," : "")} ends at ¶{longest.Paragraphs.Count}.";
    }

    private static string? SentenceIsMissing(Reading reading, Anchor anchor)
    {
        var sentences = reading.Find(anchor.Paragraph)?.Sentences.Count ?? 0;
        return anchor.Sentence > sentences
            ? $"¶{anchor.Paragraph} of “{reading.Title}” has {Count.Of(sentences, "sentence")}, so there is no {anchor}. Write show ¶{anchor.Paragraph} for the whole paragraph."
            : null;
    }

    private static ChatReply AskWhich(List<Reading> having, Anchor anchor)
    {
        var choices = having.Take(MostChoices).Select(reading => new Choice(Label(reading), "show", $"{anchor} reading:{reading.Id}"));
        return new ChatReply(
            ReplyStatus.Error,
            [
                new TextBlock($"{Count.Of(having.Count, "reading")} have a ¶{anchor.Paragraph}: {ReadingNames.List(having)}. Which one do you mean?"),
                new ChoicesBlock([.. choices]),
            ]);
    }

    // 75 characters is the most that a choice may say.
    private static string Label(Reading reading) => reading.Title.Length <= 75 ? reading.Title : $"{reading.Title[..74].TrimEnd()}…";
}
