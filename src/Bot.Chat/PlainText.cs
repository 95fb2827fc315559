using System.Text;

namespace Bot.Chat;

/// <summary>Renders a reply without markup. Lines are not wrapped, because the width is not known here.</summary>
internal static class PlainText
{
    public static string Render(ChatReply reply)
    {
        var text = new StringBuilder();
        for (var i = 0; i < reply.Blocks.Count; i++)
        {
            if (i > 0)
            {
                text.Append('\n', BelongsToItsPredecessor(reply.Blocks[i - 1], reply.Blocks[i]) ? 1 : 2);
            }

            if (reply.Blocks[i] is QuoteBlock)
            {
                var run = QuoteRun.TakeRun(reply.Blocks, i);
                text.Append(Render(run));
                i += run.Count - 1;
            }
            else
            {
                text.Append(Render(reply.Blocks[i]));
            }
        }

        return text.ToString();
    }

    // A heading is directly above its text, a list directly below the words that introduce it.
    private static bool BelongsToItsPredecessor(ReplyBlock before, ReplyBlock after) =>
        before is HeadingBlock || (before is TextBlock && after is ListBlock or PointsBlock);

    private static string Render(ReplyBlock block) => block switch
    {
        TextBlock text => text.Text,
        HeadingBlock heading => heading.Text,
        ListBlock list => string.Join('\n', list.Items.Select(item => $"- {item.Replace("\n", "\n  ", StringComparison.Ordinal)}")),
        PointsBlock points => string.Join('\n', points.Points.Select(Render)),
        ChoicesBlock { AskWhetherItHelped: true } => ReplyTexts.WasThisHelpful,
        ChoicesBlock choices => string.Join('\n', choices.Choices.Select(choice => choice.WriteOut())),
        PollBlock poll => string.Join('\n', poll.Answers.Select(choice => choice.WriteOut()).Prepend(poll.Question)),
        FileBlock file => file.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "This block has no plain-text form."),
    };

    private static string Render(Point point)
    {
        var said = string.Join(' ', new[] { point.Text, point.Remark, point.Message?.AbsoluteUri ?? "" }.Where(part => part.Length > 0));
        return point.Place is { } place ? $"- {said}\n  — {QuoteRun.DescribeSource(place)}" : $"- {said}";
    }

    private static string Render(IReadOnlyList<QuoteBlock> run)
    {
        var quote = $"  {QuoteRun.JoinText(run).Text.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  — {QuoteRun.DescribeSource(run)}";
        return run[0].Note is { } note ? $"{note}\n{quote}" : quote;
    }
}
