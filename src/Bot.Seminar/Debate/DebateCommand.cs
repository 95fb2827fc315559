using System.Globalization;
using Bot.Chat;
using Bot.Library;
using Bot.Library.Search;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Debate;

/// <summary>Makes a prompt for a debate out of the readings: a motion, passages for and against it, and questions.</summary>
internal sealed class DebateCommand(Shelf shelf) : ISeminarCommand
{
    private const string DefaultSeed = "1";

    // Both sides are looked up for so many motions at most; each takes about as long as a question.
    private const int MostTried = 40;

    // A motion with both sides full is taken only among the first few that can be debated, so that another seed gives another motion
    // even where few have their sides full.
    private const int Debatable = 3;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate", "Proposes a motion to debate, with passages for and against it.")
    {
        Text = new OptionInfo("topic", "What the motion should be about; anything in the readings by default."),
        Options = [new OptionInfo("seed", "A number that stands for one prompt; another gives another.") { Kind = OptionKind.Number }],
        Examples = ["debate", "debate sanctions", "debate arms control seed:7"],
        Details = "The motion is a sentence that one of the readings maintains. The same seed and the same readings give the same prompt. "
            + "Where the readings have too little on a side, the prompt says so.",
        Visibility = ReplyVisibility.Channel,
        NameInGroup = "motion",
    };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Run(request, cancellationToken));

    private ChatReply Run(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = shelf.Current;
        var seed = int.Parse(request.Option("seed") ?? DefaultSeed, CultureInfo.InvariantCulture);
        var chance = new Random(seed);
        var topic = SearchQuery.Parse(request.Text, snapshot.Index.Lexicon);
        if (request.Text.Length > 0 && topic.Units.Count == 0)
        {
            return ChatReply.Error("That topic has only little words. Name what to debate, for example: debate sanctions");
        }

        var motions = request.Text.Length > 0 ? MotionSearch.About(snapshot, topic, chance) : MotionSearch.Any(snapshot, chance);
        if (motions.Count == 0)
        {
            return NoMotion(request.Text);
        }

        var (motion, sides) = Choose(snapshot.Index, motions, cancellationToken);
        return DebatePrompt.Of(motion, sides, Questions(snapshot.Index, motion, chance), NextPrompt(request.Text, seed));
    }

    // The motion whose weaker side is the strongest.
    private static (Motion Motion, Sides Sides) Choose(ReadingIndex index, IReadOnlyList<Motion> motions, CancellationToken cancellationToken)
    {
        var tried = new List<(Motion Motion, Sides Sides)>();
        foreach (var motion in motions.Take(MostTried))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sides = Sides.Of(index, motion);
            tried.Add((motion, sides));
            if (sides.AreFull || tried.Count(item => item.Sides.AreGood) == Debatable)
            {
                break;
            }
        }

        return tried
            .OrderByDescending(item => Math.Min(item.Sides.For.Count, item.Sides.Against.Count))
            .ThenByDescending(item => item.Sides.For.Count + item.Sides.Against.Count)
            .First();
    }

    private static List<string> Questions(ReadingIndex index, Motion motion, Random chance)
    {
        var known = index.Lexicon.CriticalQuestions;
        var questions = known.Of(known.KindOf(motion.Claim)).ToArray();
        chance.Shuffle(questions);
        return [.. questions.Take(Sides.Full)];
    }

    private static ChatReply NoMotion(string topic) => ChatReply.Abstain(new TextBlock(topic.Length > 0
        ? $"No sentence of the readings makes a motion about “{topic}”. Try a wider topic, or “debate” alone."
        : "No sentence of the readings makes a motion: none maintains in a sentence of its own what a house could vote on."));

    private static Choice NextPrompt(string topic, int seed) =>
        new("Another motion", "debate", string.Create(CultureInfo.InvariantCulture, $"{topic} seed:{(seed == int.MaxValue ? 1 : seed + 1)}").TrimStart());
}
