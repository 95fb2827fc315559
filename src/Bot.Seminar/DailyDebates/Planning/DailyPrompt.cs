using System.Globalization;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Seminar.Debate;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>Builds the daily post of a channel: the prompt and the poll.</summary>
internal static class DailyPrompt
{
    private const int QuestionsAtOnce = 2;
    private const int MaxThreadName = 100;

    /// <summary>Builds the message.</summary>
    /// <param name="motion">The motion.</param>
    /// <param name="sides">The passages on both sides.</param>
    /// <param name="number">How many debates the channel had before; it selects the questions.</param>
    /// <param name="debate">The debate's id, which its votes refer to.</param>
    /// <param name="closes">When the poll closes.</param>
    public static ChatReply Of(PlannedMotion motion, Sides sides, int number, string debate, ZonedDateTime closes) => ChatReply.Answer(
    [
        new HeadingBlock(DebateTexts.Motion),
        new TextBlock(motion.Text),
        .. WriteBody(motion, sides, ChooseQuestions(motion, number)),
        new TextBlock(PromptTexts.FormatVoteNow(FormatMoment(closes))),
        Poll(debate),
    ]);

    /// <summary>The poll.</summary>
    /// <param name="debate">The debate's id.</param>
    /// <param name="ticket">A ticket that lets one member vote from outside the debate's channel; empty in the channel.</param>
    public static PollBlock Poll(string debate, string ticket = "") => new(
        PromptTexts.WhereDoYouStand,
        [.. Tally.Stances.Select(stance => new Choice(LabelOf(stance), "debate vote", $"{debate} {stance} {ticket}".TrimEnd()))]);

    /// <summary>The button that shows the paragraph of a motion.</summary>
    public static Choice Open(Motion motion) => new(PromptTexts.FormatRead($"¶{motion.Paragraph.Number}"), "show", PlaceOf(motion));

    /// <summary>A date and time as text: <c>Tue 1 September 2026, 09:00 (Europe/Lisbon)</c>.</summary>
    public static string FormatMoment(ZonedDateTime moment) =>
        PromptTexts.FormatMoment(Dates.FormatDay(moment.Date), Dates.FormatTime(moment.TimeOfDay), moment.Zone.Id);

    /// <summary>The name of the thread: the motion, shortened if necessary.</summary>
    public static string NameThread(PlannedMotion motion)
    {
        var claim = motion.Motion.Claim;
        var name = char.ToUpperInvariant(claim[0]) + claim[1..];
        if (name.Length <= MaxThreadName)
        {
            return name;
        }

        var cut = name.LastIndexOf(' ', MaxThreadName - 2);
        return $"{name[..(cut > 0 ? cut : MaxThreadName - 2)]} …";
    }

    // A motion that a member wrote has no context in a reading to quote or open.
    private static IEnumerable<ReplyBlock> WriteBody(PlannedMotion motion, Sides sides, IReadOnlyList<string> questions) => motion.IsWritten
        ? [.. DebatePrompt.QuoteSides(sides), new HeadingBlock(DebateTexts.ToDiscuss), new ListBlock(questions)]
        : DebatePrompt.Of(motion.Motion, sides, questions, Open(motion.Motion)).Blocks.Skip(2);

    private static string LabelOf(string stance) => stance switch
    {
        Tally.For => PromptTexts.For,
        Tally.Against => PromptTexts.Against,
        _ => PromptTexts.Undecided,
    };

    private static List<string> ChooseQuestions(PlannedMotion motion, int number)
    {
        var known = motion.Questions;
        return [.. Enumerable.Range(0, Math.Min(QuestionsAtOnce, known.Count))
            .Select(i => known[((number * QuestionsAtOnce) + i) % known.Count])];
    }

    private static string PlaceOf(Motion motion) => string.Create(
        CultureInfo.InvariantCulture, $"¶{motion.Paragraph.Number}.{motion.Number} reading:{motion.Reading.Id}");
}
