using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Summary;

/// <summary>Sums up a reading, a section or a topic in the readings' own sentences.</summary>
internal sealed class SummaryCommand(Shelf shelf, SentenceReader reader, IOptions<SummaryOptions> options) : ISeminarCommand
{
    private const int LongestShown = 80;
    private const int MostReadings = 25;

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
        Details = "A place such as ¶5 stands for its section. Every sentence is quoted word for word, with its place, in reading order. An argument is shown as thesis, main reasons, "
            + "concessions and what the author wants, as far as the reading has them.",
    };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) => Task.FromResult(Run(request));

    private ChatReply Run(CommandRequest request)
    {
        var snapshot = shelf.Current;
        if (snapshot.Readings.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock("There is nothing to sum up: no readings are loaded."));
        }

        var length = request.Option("length") ?? "medium";
        var chosen = request.Option("reading") is { } id ? snapshot.Readings.FirstOrDefault(reading => reading.Id.Value == id) : null;
        return SummaryTarget.Of(snapshot.Readings, chosen, request.Text) switch
        {
            SummaryTarget.WholeReading target => SumUp(target.Reading, target.Reading.Paragraphs, $"“{target.Reading.Title}”", length, isWhole: true),
            SummaryTarget.PartOfReading target => SumUp(
                target.Reading,
                target.Reading.Paragraphs.Where(paragraph => paragraph.Section == target.Heading),
                $"“{target.Heading}” in “{target.Reading.Title}”",
                length,
                isWhole: false),
            SummaryTarget.Topic target => OnTopic(snapshot, target, length),
            _ => Overview(snapshot.Readings),
        };
    }

    private ChatReply SumUp(Reading reading, IEnumerable<Paragraph> paragraphs, string what, string length, bool isWhole)
    {
        var sentences = reader.Read(reading, paragraphs);

        // A summary is shorter than its text.
        var blocks = ArgumentSummary.Of(sentences, Math.Min(Sentences(length), Math.Max(1, sentences.Count / 2)), isWhole);
        if (blocks.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock($"There is nothing to sum up in {what}: it has no sentences that argue or tell."));
        }

        var quoted = blocks.OfType<QuoteBlock>().Sum(quote => quote.Citation.LastSentence - quote.Citation.Sentence + 1);
        var author = reading.Author is { } name ? $" by {name}" : "";
        return ChatReply.Answer([new TextBlock($"{what}{author}, in {quoted} of its {Count.Of(sentences.Count, "sentence")}, word for word:"), .. blocks]);
    }

    private ChatReply OnTopic(ShelfSnapshot snapshot, SummaryTarget.Topic topic, string length)
    {
        var groups = new TopicSummary(snapshot.Index, reader).Of(
            topic.Words, Sentences(length), reading => topic.Within is null || reading.Id == topic.Within.Id);
        if (groups.Count == 0)
        {
            return NothingOn(topic, snapshot.Readings);
        }

        var blocks = new List<ReplyBlock> { new TextBlock($"On “{topic.Words}”, {Count.Of(groups.Count, "reading")} {(groups.Count == 1 ? "says" : "say")}, word for word:") };
        foreach (var group in groups)
        {
            blocks.Add(new HeadingBlock(group[0].Core.Reading.Title));
            blocks.AddRange(group.Select(extract => extract.ToQuote()));
        }

        return ChatReply.Answer(blocks);
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

        var titles = readings.Take(MostReadings).Select(reading => $"{reading.Title} ({reading.Id})").ToList();
        return ChatReply.Abstain(
            new TextBlock($"The readings say nothing on {Shown(topic.Words)}, and no reading or section has that name. The readings are:"),
            new ListBlock(titles));
    }

    // Nobody wants a page of their own text back.
    private static string Shown(string words) => InputText.Length(words) > LongestShown ? "that" : $"“{words}”";

    private ChatReply Overview(IReadOnlyList<Reading> readings)
    {
        var blocks = new List<ReplyBlock> { new TextBlock($"{Count.Of(readings.Count, "reading")}, each in one sentence of its own:") };
        foreach (var reading in readings.Take(MostReadings))
        {
            if (ArgumentSummary.ThesisOf(reader.Read(reading, reading.Paragraphs)) is { } thesis)
            {
                blocks.Add(new HeadingBlock(reading.Title));
                blocks.Add(thesis.ToQuote());
            }
        }

        var more = readings.Count > MostReadings ? $"These are the first {MostReadings}; “readings” lists all. " : "";
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
