using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;

namespace Bot.Seminar.Tests.Languages;

/// <summary>The bot's own words in a reply: everything except quotes, motions and files.</summary>
internal static class BotsWords
{
    public static IReadOnlyList<string> Of(ChatReply reply) => [.. reply.Blocks.SelectMany(WordsOf).Where(words => !IsMotion(words))];

    private static bool IsMotion(string words) => words.StartsWith("This house", StringComparison.Ordinal)
        || DebateHarness.Town.Paragraphs.Any(paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal));

    private static IEnumerable<string> WordsOf(ReplyBlock block) => block switch
    {
        TextBlock text => [text.Text],
        HeadingBlock heading => [heading.Text],
        ListBlock list => list.Items,
        PointsBlock points => points.Points.Select(point => point.Remark).Where(remark => remark.Length > 0),
        QuoteBlock { Note: { } note } => [note],
        ChoicesBlock choices => choices.Choices.Select(choice => choice.Label),
        PollBlock poll => poll.Answers.Select(answer => answer.Label).Prepend(poll.Question),
        _ => [],
    };
}
