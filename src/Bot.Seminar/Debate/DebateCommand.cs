using System.Globalization;
using Bot.Library;
using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;

namespace Bot.Seminar.Debate;

/// <summary>Makes a debate prompt from the readings: a motion, passages for and against it, and questions.</summary>
internal sealed class DebateCommand(ShelfWait shelf, MotionFinder finder, MotionTopic topics, SideSearch sides, CriticalQuestions questions) : ISeminarCommand
{
    private const string DefaultSeed = "1";
    private const int OrderSeed = 1;
    private const int QuestionsShown = 2;

    // A large shelf is sampled: a debate needs one motion, not all of them.
    private const int ReadingsSampled = 40;

    // At most this many motions are searched for passages on both sides; each search takes about as long as a question.
    private const int MaxTried = 6;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate", "Proposes a motion to debate, with passages for and against it.")
    {
        Text = new OptionInfo("topic", "What the motion should be about; anything in the readings by default."),
        Options =
        [
            new OptionInfo("reading", "Take the motion from this reading.") { Kind = OptionKind.Reading },
            new OptionInfo("seed", "A number that selects the prompt; another number gives another prompt.") { Kind = OptionKind.Number },
        ],
        Examples = ["debate", "debate sanctions", "debate arms control seed:7", "debate reading:case-for-pressure"],
        Details = "The motion is a sentence of a reading, or a part of one, that a class can argue about, with a passage on each side. The same seed "
            + "and the same readings give the same prompt.",
        Visibility = ReplyVisibility.Channel,
        NameInGroup = "motion",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Text.Length > 0 && !InputText.HasSubject(request.Text))
        {
            return ChatReply.Error(DebateTexts.FormatNoSubject("debate sanctions"));
        }

        var snapshot = await shelf.ReadCurrentAsync(ChannelKey.Of(request.Command.Channel), Timeout, cancellationToken);
        var seed = int.Parse(request.Option("seed") ?? DefaultSeed, CultureInfo.InvariantCulture);
        var reading = request.Option("reading");

        // The order is the same for every seed. The seed says where to begin, so that no motion comes again before all have come.
        var chance = new Random(OrderSeed);
        var motions = await FindMotionsAsync(snapshot, reading, request.Text, chance, cancellationToken);
        for (var tried = 0; tried < Math.Min(MaxTried, motions.Length); tried++)
        {
            var index = (int)(((seed - 1L + tried) % motions.Length + motions.Length) % motions.Length);
            if (await sides.OfAsync(snapshot, motions[index], cancellationToken) is { AreBoth: true } found)
            {
                var next = motions.Length > 1 ? OfferNext(request.Text, reading, index + 2) : null;
                return DebatePrompt.Of(motions[index], found, ChooseQuestions(motions[index], index), next);
            }
        }

        return ExplainNoMotion(request.Text, motions.Length);
    }

    private async Task<Motion[]> FindMotionsAsync(ShelfSnapshot snapshot, string? reading, string topic, Random chance, CancellationToken cancellationToken)
    {
        var readings = snapshot.Readings.Where(candidate => reading is null || candidate.Id.Value == reading).ToArray();
        if (topic.Length == 0)
        {
            chance.Shuffle(readings);
        }

        var sampled = topic.Length == 0 ? readings.Take(ReadingsSampled) : readings;
        var all = await finder.FindAsync(snapshot, sampled, cancellationToken);
        var motions = topic.Length == 0 ? all : await topics.NarrowAsync(snapshot, all, topic, cancellationToken);
        return MotionDraw.Order(motions, motion => motion.Probability, chance);
    }

    // The next motion has the next questions.
    private List<string> ChooseQuestions(Motion motion, int index)
    {
        var known = CriticalQuestions.Of(questions.KindOf(motion.Claim), CultureInfo.CurrentUICulture).ToList();
        return [.. Enumerable.Range(0, Math.Min(QuestionsShown, known.Count)).Select(i => known[((index * QuestionsShown) + i) % known.Count])];
    }

    private ChatReply ExplainNoMotion(string topic, int found) => ChatReply.Abstain(new TextBlock((topic.Length, found) switch
    {
        (0, 0) => DebateTexts.NoMotion,
        (0, _) => DebateTexts.OneSided,
        (_, 0) => DebateTexts.FormatNoMotionAbout(topic, Info.Name),
        _ => DebateTexts.FormatOneSidedAbout(topic, Info.Name),
    }));

    private static Choice OfferNext(string topic, string? reading, int seed)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"{topic} seed:{seed}").TrimStart();
        return new Choice(DebateTexts.AnotherMotion, "debate", reading is null ? next : $"{next} reading:{reading}");
    }
}
