using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.Seminar.Curated;

/// <summary>Adds a counterargument of a teacher's own.</summary>
internal sealed class CounterAddCommand(CuratedCounters curated, Database database, Shelf shelf, TimeProvider time) : ISeminarCommand
{
    private const int MaxLength = 500;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter add", "Adds a counterargument of your own, which “counter” shows first.")
    {
        Text = new OptionInfo("counter", "The claim, a bar |, and what speaks against it; a place in a reading may follow a second bar.") { Required = true },
        Examples =
        [
            "counter add Sanctions will force North Korea to give up its weapons. | Pakistan kept its bomb under sanctions.",
            "counter add Sanctions work. | Not without China. | what-sanctions-did ¶7.5",
        ],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var parts = request.Text.Split('|').Select(part => part.Trim()).ToList();
        if (parts.Count is < 2 or > 3 || parts.Any(part => part.Length == 0) || parts.Any(part => part.Length > MaxLength))
        {
            return ChatReply.Error($"Write the claim, a bar |, and what speaks against it, each at most {MaxLength} characters: {Info.Examples[0]}");
        }

        var (reading, paragraph, sentence, problem) = parts.Count == 3 ? PlaceOf(parts[2]) : ("", 0, 0, null);
        if (problem is not null)
        {
            return ChatReply.Error(problem);
        }

        var key = ChannelKey.Of(request.Command.Channel);
        var count = (await curated.OfAsync(key, cancellationToken)).Count;
        if (count >= CuratedCounters.MaxItems)
        {
            return ChatReply.Error($"This channel has {count} counterarguments of its own, and that is the most. Remove one first: counter list");
        }

        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO curated_counters (id, channel, claim, counter, reading, paragraph, sentence, made_at)
                VALUES (@id, @key, @claim, @counter, @reading, @paragraph, @sentence, @now)
                """,
                new
                {
                    id = Guid.NewGuid().ToString("N")[..8],
                    key,
                    claim = parts[0],
                    counter = parts[1],
                    reading,
                    paragraph = (long)paragraph,
                    sentence = (long)sentence,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }),
            cancellationToken);
        curated.Forget(key);
        return ChatReply.Answer(
            new TextBlock("Added. “counter” shows it first when a member asks about that claim."),
            new ChoicesBlock([new Choice("Try it", "counter", parts[0])]));
    }

    private (string Reading, int Paragraph, int Sentence, string? Problem) PlaceOf(string text)
    {
        var place = TypedPlace.Parse(text);
        return place is { Anchor: { } anchor, Name: { } name }
            && ReadingNames.Matches(shelf.Current.Readings, name) is [var reading]
            && reading.Find(anchor.Paragraph) is { } paragraph
            && (anchor.Sentence ?? 1) <= paragraph.Sentences.Count
                ? (reading.Id.Value, anchor.Paragraph, anchor.Sentence ?? 1, null)
                : ("", 0, 0, $"“{text}” is no place in the readings. Write it such as what-sanctions-did ¶7.5");
    }
}
