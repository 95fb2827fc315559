using System.Text;

namespace Bot.Chat;

/// <summary>A reply without any markup.</summary>
internal static class PlainText
{
    public static string Render(ChatReply reply)
    {
        var text = new StringBuilder();
        foreach (var block in reply.Blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n', block is ListBlock ? 1 : 2);
            }

            text.Append(Render(block));
        }

        return text.ToString();
    }

    private static string Render(ReplyBlock block) => block switch
    {
        TextBlock text => text.Text,
        HeadingBlock heading => heading.Text,
        ListBlock list => string.Join('\n', list.Items.Select(item => $"- {item}")),
        QuoteBlock quote => Render(quote),
        ChoicesBlock choices => string.Join('\n', choices.Choices.Select(choice => $"→ {choice.Label}: {choice.Command} {choice.Text}")),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No plain-text form."),
    };

    private static string Render(QuoteBlock quote)
    {
        var place = quote.Citation.Section is { } section ? $"{quote.Citation.Title}, “{section}”" : quote.Citation.Title;
        var note = quote.Note is { } remark ? $"{remark}\n" : "";
        return $"{note}  {quote.Text}\n  — {place}, {quote.Citation.Label} [{quote.Citation.Reading}]";
    }
}
