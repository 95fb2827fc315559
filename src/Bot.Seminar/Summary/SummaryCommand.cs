using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Summary;

/// <summary>Sums up a reading, a section or a topic in the readings' own sentences.</summary>
internal sealed class SummaryCommand(TopicSummary topics, IOptions<SummaryOptions> options) : ISeminarCommand
{
    private const int MaxShown = 80;
    private const int MaxReadings = 25;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("summary", "Sums up a reading, a section or a topic in the readings' own sentences.")
    {
        Text = new OptionInfo("topic", "A reading, a section, or words; nothing for a line on each reading.") { Kind = OptionKind.Topic },
        Options =
        [
            new OptionInfo("reading", "The reading to sum up or to stay in.") { Kind = OptionKind.Reading },
            new OptionInfo("length", "How much to quote; medium unless you say otherwise.") { Choices = ["short", "medium", "long"] },
        ],
        Examples = ["summary case-for-engagement", "summary sanctions length:short", "summary"],
        Details = "A place such as ¶5 stands for its section. Every sentence is quoted word for word, with its place, in reading order. "
            + "Those are chosen that are nearest to what the whole text is about and do not repeat each other; a long text is summed up section by section.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = request.Shelf;
        if (snapshot.Readings.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock("There is nothing to sum up: no readings are loaded."));
        }

        var length = request.Option("length") ?? "medium";
        var chosen = request.Option("reading") is { } id ? snapshot.Readings.FirstOrDefault(reading => reading.Id.Value == id) : null;
        return SummaryTarget.Of(snapshot.Readings, chosen, request.Text) switch
        {
            SummaryTarget.WholeReading target => SumUp(snapshot, target.Reading, null, "", length),
            SummaryTarget.PartOfReading target => SumUp(
                snapshot,
                target.Reading,
                paragraph => paragraph.Section == target.Heading,
                $"“{target.Heading}” in ",
                length),
            SummaryTarget.Topic target => await OnTopicAsync(snapshot, target, length, cancellationToken),
            _ => Overview(snapshot, request.Budget),
        };
    }

    private ChatReply SumUp(ShelfSnapshot snapshot, Reading reading, Func<Paragraph, bool>? accepts, string part, string length)
    {
        var what = $"{part}“{reading.Title}”";
        var sentences = SentenceReader.Read(snapshot.Index, reading, accepts);

        // A summary is shorter than its text.
        var blocks = TextSummary.Of(sentences, Math.Min(Sentences(length), Math.Max(1, sentences.Count / 2)));
        if (blocks.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock($"There is nothing to sum up in {what}: it has no whole sentences that stand alone."));
        }

        var quoted = blocks.OfType<QuoteBlock>().Sum(quote => quote.Citation.LastSentence - quote.Citation.Sentence + 1);
        var author = reading.Author is { } name ? $" by {name}" : "";
        var id = snapshot.Readings.Count > 1 ? $" [{reading.Id}]" : "";
        return ChatReply.Answer(
            [new TextBlock($"{what}{author}{id}, in {quoted} of its {Count.Of(sentences.Count, "sentence")}, word for word:"), .. blocks.Select(KnownReading.Mark)]);
    }

    private async Task<ChatReply> OnTopicAsync(ShelfSnapshot snapshot, SummaryTarget.Topic topic, string length, CancellationToken cancellationToken)
    {
        if (!InputText.HasSubject(topic.Words))
        {
            return NothingOn(topic, snapshot.Readings);
        }

        var found = await topics.OfAsync(
            snapshot, topic.Words, Sentences(length), reading => topic.Within is null || reading.Id == topic.Within.Id, cancellationToken);
        var groups = found.Groups;
        if (groups.Count == 0)
        {
            return NothingOn(topic, snapshot.Readings);
        }

        var blocks = new List<ReplyBlock> { new TextBlock(found.IsSure
            ? $"On “{topic.Words}”, {Count.Of(groups.Count, "reading")} {(groups.Count == 1 ? "says" : "say")}, word for word:"
            : $"The readings may say little on {Shown(topic.Words)}. The nearest sentences, word for word:") };
        foreach (var group in groups)
        {
            blocks.Add(new HeadingBlock(group[0].Core.Reading.Title));
            blocks.AddRange(group.Select(extract => extract.ToQuote()));
        }

        return found.IsSure ? ChatReply.Answer(blocks) : ChatReply.Unsure(blocks);
    }

    private static ChatReply NothingOn(SummaryTarget.Topic topic, IReadOnlyList<Reading> readings)
    {
        if (topic.Within is { } reading)
        {
            var sections = reading.Sections.Distinct().ToList();
            var text = $"“{reading.Title}” says nothing on {Shown(topic.Words)}, and has no section of that name.";
            return sections.Count == 0
                ? ChatReply.Abstain(new TextBlock(text))
                : ChatReply.Abstain(new TextBlock($"{text} Its sections are:"), new ListBlock(sections));
        }

        var titles = readings.Take(MaxReadings).Select(reading => $"{reading.Title} ({reading.Id})").ToList();
        return ChatReply.Abstain(
            new TextBlock($"The readings say nothing on {Shown(topic.Words)}, and no reading or section has that name. The readings are:"),
            new ListBlock(titles));
    }

    // A long text is not repeated whole.
    private static string Shown(string words) => InputText.Length(words) > MaxShown ? "that" : $"“{words}”";

    private static ChatReply Overview(ShelfSnapshot snapshot, TimeBudget budget)
    {
        var readings = snapshot.Readings;
        var blocks = new List<ReplyBlock> { new TextBlock($"{Count.Of(readings.Count, "reading")}, each in one sentence of its own:") };
        foreach (var reading in readings.Take(MaxReadings).TakeWhile(_ => !budget.IsOver()))
        {
            if (TextSummary.MaxCentral(SentenceReader.Read(snapshot.Index, reading)) is { } central)
            {
                blocks.Add(new HeadingBlock(reading.Title));
                blocks.Add(central.ToQuote());
            }
        }

        var more = readings.Count > MaxReadings ? $"These are the first {MaxReadings}; “readings” lists all. " : "";
        blocks.Add(new TextBlock($"{more}For more on one, write its name: summary {readings[0].Id}"));
        return ChatReply.Answer(blocks);
    }

    private int Sentences(string length) => length switch
    {
        "short" => options.Value.ShortSentences,
        "long" => options.Value.LongSentences,
        _ => options.Value.MediumSentences,
    };
}
