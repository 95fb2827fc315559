using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;
using Bot.Seminar.Debate;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>Collects the motions of readings once for each snapshot of the shelf, and finds the motion that a member names.</summary>
internal sealed class MotionPools(ShelfWait shelf, MotionFinder finder, SideSearch sides, CriticalQuestions questions)
{
    // Enough to read the vectors of a whole course from disk at a start; if none are stored, the plan uses only the words.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly ConditionalWeakTable<ShelfSnapshot, ConcurrentDictionary<string, MotionPool>> pools = [];

    /// <summary>The readings of a channel for planning, with their vectors if these are ready soon.</summary>
    public Task<ShelfSnapshot> ReadSnapshotAsync(string channel, CancellationToken cancellationToken) =>
        shelf.ReadCurrentAsync(channel, Timeout, cancellationToken);

    /// <summary>The motions of these readings, or of all if none are named. Readings that are not served are skipped.</summary>
    public async Task<MotionPool> OfAsync(ShelfSnapshot snapshot, IReadOnlyList<string> readings, CancellationToken cancellationToken)
    {
        var kept = pools.GetValue(snapshot, _ => new ConcurrentDictionary<string, MotionPool>());
        var key = string.Join(',', readings);
        if (kept.TryGetValue(key, out var pool))
        {
            return pool;
        }

        var chosen = snapshot.Readings.Where(reading => readings.Count == 0 || readings.Contains(reading.Id.Value));
        var motions = await finder.FindAsync(snapshot, chosen, cancellationToken);
        return kept.GetOrAdd(key, _ => new MotionPool(motions.Select(motion => CreatePlanned(snapshot, motion, motion.Text))));
    }

    /// <summary>
    /// The motion that a teacher typed: the place of a sentence (<c>case-for-pressure ¶4.1</c>), its words, or their own motion.
    /// </summary>
    /// <returns>The motion, or the problem with the place.</returns>
    public async Task<(PlannedMotion? Motion, string Problem)> ReadTypedAsync(ShelfSnapshot snapshot, string text, CancellationToken cancellationToken)
    {
        var place = TypedPlace.Parse(text);
        return place is { Anchor: { } anchor, Name: { } name } && ReadingNames.Matches(snapshot.Readings, name) is [var reading]
            ? await FindAtPlaceAsync(snapshot, reading, anchor, cancellationToken)
            : (await FindOrMakeAsync(snapshot, text, cancellationToken), "");
    }

    /// <summary>The motion with these words: from a reading, or otherwise as a motion that a member wrote.</summary>
    public async Task<PlannedMotion> FindOrMakeAsync(ShelfSnapshot snapshot, string text, CancellationToken cancellationToken) =>
        (await OfAsync(snapshot, [], cancellationToken)).FindByWords(text) ?? FindSentence(snapshot, text) ?? CreateWritten(snapshot, text);

    // A member can choose any sentence, also one that the plan would not choose.
    private async Task<(PlannedMotion? Motion, string Problem)> FindAtPlaceAsync(
        ShelfSnapshot snapshot, Reading reading, Anchor anchor, CancellationToken cancellationToken)
    {
        if ((await OfAsync(snapshot, [], cancellationToken)).FindAt(reading, anchor) is { } planned)
        {
            return (planned, "");
        }

        if (reading.Find(anchor.Paragraph) is not { } paragraph || anchor.Sentence > paragraph.Sentences.Count)
        {
            return (null, PromptTexts.FormatNoSuchPlace(reading.Id, anchor, $"show {reading.Id} ¶N"));
        }

        return anchor.Sentence is { } number
            ? (CreateFromSentence(snapshot, reading, paragraph, number), "")
            : (null, PromptTexts.FormatNoMotionInParagraph($"¶{anchor.Paragraph}", reading.Id, $"{reading.Id} ¶{anchor.Paragraph}.1"));
    }

    private PlannedMotion? FindSentence(ShelfSnapshot snapshot, string text)
    {
        foreach (var reading in snapshot.Readings)
        {
            foreach (var paragraph in reading.Paragraphs.Where(paragraph => paragraph.Text.Contains(text, StringComparison.Ordinal)))
            {
                for (var number = 1; number <= paragraph.Sentences.Count; number++)
                {
                    if (paragraph.Quote(number, number) == text)
                    {
                        return CreateFromSentence(snapshot, reading, paragraph, number);
                    }
                }
            }
        }

        return null;
    }

    // The sentence as it is, without checks.
    private PlannedMotion CreateFromSentence(ShelfSnapshot snapshot, Reading reading, Paragraph paragraph, int number)
    {
        var sentence = paragraph.Quote(number, number);
        return CreatePlanned(snapshot, new Motion(reading, paragraph, number, PlannedMotion.ClaimOf(sentence)), sentence);
    }

    private PlannedMotion CreateWritten(ShelfSnapshot snapshot, string text)
    {
        var claim = PlannedMotion.ClaimOf(text);
        var reading = new Reading
        {
            Id = new ReadingId("written"),
            Title = "Written",
            File = "",
            Paragraphs = [new Paragraph(1, claim, [new Sentence(0, claim.Length)])],
        };
        return CreatePlanned(snapshot, new Motion(reading, reading.Paragraphs[0], 1, claim), text, isWritten: true);
    }

    private PlannedMotion CreatePlanned(ShelfSnapshot snapshot, Motion motion, string text, bool isWritten = false)
    {
        return new PlannedMotion(cancellationToken => sides.OfAsync(snapshot, motion, cancellationToken))
        {
            Motion = motion,
            Text = text,
            IsWritten = isWritten,
            Kind = questions.KindOf(motion.Claim),
        };
    }
}
