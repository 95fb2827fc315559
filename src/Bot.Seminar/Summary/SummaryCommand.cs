using Bot.Chat.Languages;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Citing;
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
        Text = new OptionInfo("topic", "A reading, a section, or a topic; empty for a line on each reading.") { Kind = OptionKind.Topic },
        Options =
        [
            new OptionInfo("reading", "The reading to sum up or to stay in.") { Kind = OptionKind.Reading },
            new OptionInfo("length", "How much to quote; medium by default.") { Choices = ["short", "medium", "long"] },
        ],
        Examples = ["summary case-for-engagement", "summary sanctions length:short", "summary"],
        Details = "A place such as ¶5 means its section. Every sentence is quoted word for word, with its place, in reading order. "
            + "The chosen sentences are nearest to the topic of the whole text and do not repeat each other; a long text is summed up section by section.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = request.Shelf;
        if (snapshot.Readings.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock(SummaryTexts.NoReadings));
        }

        var length = request.Option("length") ?? "medium";
        var chosen = request.Option("reading") is { } id ? snapshot.Readings.FirstOrDefault(reading => reading.Id.Value == id) : null;
        return SummaryTarget.Of(snapshot.Readings, chosen, request.Text) switch
        {
            SummaryTarget.WholeReading target => SumUp(snapshot, target.Reading, null, Wording.Quote(target.Reading.Title), length),
            SummaryTarget.PartOfReading target => SumUp(
                snapshot,
                target.Reading,
                target.Contains,
                SummaryTexts.FormatSectionOf(target.Heading, Wording.Quote(target.Reading.Title)),
                length),
            SummaryTarget.Topic target => await OnTopicAsync(snapshot, target, length, cancellationToken),
            _ => SummarizeAll(snapshot, request.Budget),
        };
    }

    private ChatReply SumUp(ShelfSnapshot snapshot, Reading reading, Func<Paragraph, bool>? accepts, string what, string length)
    {
        var sentences = SentenceReader.Read(snapshot.Index, reading, accepts);

        // A summary must be shorter than its text.
        var blocks = TextSummary.Of(sentences, Math.Min(CountSentences(length), Math.Max(1, sentences.Count / 2)));
        if (blocks.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock(SummaryTexts.FormatNothingToSumUp(what)));
        }

        var quoted = blocks.OfType<QuoteBlock>().Sum(quote => quote.Citation.LastSentence - quote.Citation.Sentence + 1);
        var named = reading.Author is { } author ? SummaryTexts.FormatBy(what, author) : what;
        var id = snapshot.Readings.Count > 1 ? $" [{reading.Id}]" : "";
        var introduction = SummaryTexts.FormatInSentences($"{named}{id}", quoted, Count.Sentences(sentences.Count));
        return ChatReply.Answer([new TextBlock(introduction), .. blocks.Select(KnownReading.Mark)]);
    }

    private async Task<ChatReply> OnTopicAsync(ShelfSnapshot snapshot, SummaryTarget.Topic topic, string length, CancellationToken cancellationToken)
    {
        if (!InputText.HasSubject(topic.Words))
        {
            return SayNothingOn(topic, snapshot.Readings);
        }

        var found = await topics.OfAsync(
            snapshot, topic.Words, CountSentences(length), reading => topic.Within is null || reading.Id == topic.Within.Id, cancellationToken);
        var groups = found.Groups;
        if (groups.Count == 0)
        {
            return SayNothingOn(topic, snapshot.Readings);
        }

        var blocks = new List<ReplyBlock> { new TextBlock(found.IsSure
            ? groups.Count == 1 ? SummaryTexts.FormatOneOnTopic(topic.Words) : SummaryTexts.FormatOnTopic(topic.Words, groups.Count)
            : SummaryTexts.FormatLittleOnTopic(Shorten(topic.Words))) };
        foreach (var group in groups)
        {
            blocks.Add(new HeadingBlock(group[0].Core.Reading.Title));
            blocks.AddRange(group.Select(extract => extract.ToQuote()));
        }

        return found.IsSure ? ChatReply.Answer(blocks) : ChatReply.Unsure(blocks);
    }

    private static ChatReply SayNothingOn(SummaryTarget.Topic topic, IReadOnlyList<Reading> readings)
    {
        if (topic.Within is { } reading)
        {
            var sections = reading.Sections.Distinct().ToList();
            return sections.Count == 0
                ? ChatReply.Abstain(new TextBlock(SummaryTexts.FormatReadingSaysNothing(reading.Title, Shorten(topic.Words))))
                : ChatReply.Abstain(new TextBlock(SummaryTexts.FormatReadingSaysNothingSections(reading.Title, Shorten(topic.Words))), new ListBlock(sections));
        }

        var titles = readings.Take(MaxReadings).Select(reading => $"{reading.Title} ({reading.Id})").ToList();
        return ChatReply.Abstain(
            new TextBlock(SummaryTexts.FormatReadingsSayNothing(Shorten(topic.Words))),
            new ListBlock(titles));
    }

    // A long text is not repeated whole.
    private static string Shorten(string words) => InputText.CountCharacters(words) > MaxShown ? SummaryTexts.That : Wording.Quote(words);

    private static ChatReply SummarizeAll(ShelfSnapshot snapshot, TimeBudget budget)
    {
        var readings = snapshot.Readings;
        var blocks = new List<ReplyBlock> { new TextBlock(SummaryTexts.FormatOverview(Count.Readings(readings.Count))) };
        foreach (var reading in readings.Take(MaxReadings).TakeWhile(_ => !budget.IsOver()))
        {
            if (TextSummary.FindMostCentral(SentenceReader.Read(snapshot.Index, reading)) is { } central)
            {
                blocks.Add(new HeadingBlock(reading.Title));
                blocks.Add(central.ToQuote());
            }
        }

        blocks.Add(new TextBlock(readings.Count > MaxReadings
            ? SummaryTexts.FormatFirstOfMany(MaxReadings, readings[0].Id)
            : SummaryTexts.FormatMoreOnOne(readings[0].Id)));
        return ChatReply.Answer(blocks);
    }

    private int CountSentences(string length) => length switch
    {
        "short" => options.Value.ShortSentences,
        "long" => options.Value.LongSentences,
        _ => options.Value.MediumSentences,
    };
}
