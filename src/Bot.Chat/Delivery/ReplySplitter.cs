namespace Bot.Chat.Delivery;

/// <summary>
/// Splits a reply into messages: between blocks if possible, otherwise between list items and sentences, otherwise between visible characters. Every part
/// of a quote has its citation.
/// </summary>
public static class ReplySplitter
{
    /// <summary>Splits a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="fits"> Whether these blocks, rendered as a message, keep to the platform's limits. A heading, choices and a poll are not split; the
    /// adapter shortens them.
    /// </param>
    /// <returns>At least one reply, each with the status and visibility of the whole; together they contain all of it, in order.</returns>
    public static IReadOnlyList<ChatReply> Split(ChatReply reply, Func<IReadOnlyList<ReplyBlock>, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(fits);
        var messages = new List<List<ReplyBlock>> { new() };
        var waiting = new Stack<ReplyBlock>(reply.Blocks.Reverse());
        while (waiting.TryPop(out var block))
        {
            var message = messages[^1];
            if (fits([.. message, block]))
            {
                message.Add(block);
            }
            else if (ReadItems(block) is { } items && CountFittingItems(message, items, fits) is var count and > 0)
            {
                message.Add(items.Part(..count));
                waiting.Push(items.Part(count..));
            }
            else if (message.Count > 0)
            {
                messages.Add(CarryOver(message));
                waiting.Push(block);
            }
            else if (Divide(block, fits) is var (head, tail))
            {
                // The head is checked again, because a list's only item may have to be split further.
                waiting.Push(tail);
                waiting.Push(head);
            }
            else
            {
                message.Add(block);
            }
        }

        return [.. messages.Where(message => message.Count > 0).Select(message => reply with { Blocks = message })];
    }

    /// <summary>
    /// Splits a reply into a limited number of messages. A longer reply ends with <see cref="AdapterReplies.Shortened"/> and its last choices, because they
    /// lead to the rest.
    /// </summary>
    /// <param name="reply">The reply.</param>
    /// <param name="fits">Whether these blocks keep to the platform's limits as a message.</param>
    /// <param name="most">The maximum number of messages, from 1.</param>
    public static IReadOnlyList<ChatReply> Split(ChatReply reply, Func<IReadOnlyList<ReplyBlock>, bool> fits, int most)
    {
        var messages = Split(reply, fits);
        if (messages.Count <= most)
        {
            return messages;
        }

        var leadOn = reply.Blocks.OfType<ChoicesBlock>().Where(choices => !choices.AskWhetherItHelped).TakeLast(1);
        IReadOnlyList<ReplyBlock> end = [AdapterReplies.Shortened, .. leadOn];
        var shortened = Split(reply, blocks => fits([.. blocks, .. end]));
        return [.. shortened.Take(most - 1), reply with { Blocks = [.. shortened[most - 1].Blocks.Where(block => block is not ChoicesBlock), .. end] }];
    }

    // A heading must not be last in a message, so it moves to the next one.
    private static List<ReplyBlock> CarryOver(List<ReplyBlock> message)
    {
        if (message.Count < 2 || message[^1] is not HeadingBlock heading)
        {
            return [];
        }

        message.RemoveAt(message.Count - 1);
        return [heading];
    }

    private static (ReplyBlock Head, ReplyBlock Tail)? Divide(ReplyBlock block, Func<IReadOnlyList<ReplyBlock>, bool> fits) => block switch
    {
        _ when ReadItems(block) is { Count: > 1 } items => (items.Part(..1), items.Part(1..)),
        ListBlock { Items: [var only] } => DivideText(only, part => new ListBlock([part]), fits),
        TextBlock text => DivideText(text.Text, part => new TextBlock(part), fits),
        QuoteBlock quote => DivideQuote(quote, fits),
        FileBlock file => DivideFile(file, fits),
        _ => null,
    };

    // Blocks that can be split between their items.
    private static ItemsOfBlock? ReadItems(ReplyBlock block) => block switch
    {
        ListBlock list => new ItemsOfBlock(list.Items.Count, range => new ListBlock([.. list.Items.Take(range)])),
        PointsBlock points => new ItemsOfBlock(points.Points.Count, range => new PointsBlock([.. points.Points.Take(range)])),
        _ => null,
    };

    // A list starts directly below the words that introduce it, even if only a few items fit.
    private static int CountFittingItems(List<ReplyBlock> message, ItemsOfBlock items, Func<IReadOnlyList<ReplyBlock>, bool> fits)
    {
        var count = items.Count - 1;
        while (count > 0 && !fits([.. message, items.Part(..count)]))
        {
            count--;
        }

        return count;
    }

    private static (ReplyBlock Head, ReplyBlock Tail)? DivideQuote(QuoteBlock quote, Func<IReadOnlyList<ReplyBlock>, bool> fits)
    {
        var at = FindLongestStart(quote.Text, length => fits([CutPart(quote, 0, length)]));
        return at is null ? null : (CutPart(quote, 0, at.Value), CutPart(quote, at.Value, quote.Text.Length) with { Note = null });
    }

    // Splits between lines and keeps their indentation, which can be part of a table or of code.
    private static (ReplyBlock Head, ReplyBlock Tail)? DivideFile(FileBlock file, Func<IReadOnlyList<ReplyBlock>, bool> fits)
    {
        var at = FindLastFitting(TextBreaks.FindLines(file.Text), Fits) ?? FindLongestStart(file.Text, Fits);
        return at is null ? null : (Head(at.Value), file with { Text = file.Text[at.Value..] });

        bool Fits(int length) => fits([Head(length)]);

        FileBlock Head(int length) => file with { Text = file.Text[..length].TrimEnd('\n') };
    }

    private static (ReplyBlock Head, ReplyBlock Tail)? DivideText(
        string text, Func<string, ReplyBlock> make, Func<IReadOnlyList<ReplyBlock>, bool> fits)
    {
        var at = FindLongestStart(text, length => fits([make(text[..length].TrimEnd())]));
        return at is null ? null : (make(text[..at.Value].TrimEnd()), make(text[at.Value..].TrimStart()));
    }

    private static QuoteBlock CutPart(QuoteBlock quote, int start, int end)
    {
        start += quote.Text.AsSpan(start, end - start).Length - quote.Text.AsSpan(start, end - start).TrimStart().Length;
        var text = quote.Text[start..end].TrimEnd();
        return quote with
        {
            Text = text,
            Marks = [.. quote.Marks
                .Select(mark => (From: Math.Max(mark.Start, start), To: Math.Min(mark.End, start + text.Length)))
                .Where(mark => mark.From < mark.To)
                .Select(mark => new TextSpan(mark.From - start, mark.To - mark.From))],
            LineStarts = [.. quote.LineStarts.Where(line => line >= start && line < start + text.Length).Select(line => line - start)],
        };
    }

    // The last break at which the beginning still fits: after a sentence, otherwise after a word, otherwise after a character.
    private static int? FindLongestStart(string text, Func<int, bool> fits) =>
        FindLastFitting(TextBreaks.FindSentences(text), fits) ??
        FindLastFitting(TextBreaks.FindWords(text), fits) ??
        FindLastFitting(TextBreaks.FindCharacters(text), fits);

    private static int? FindLastFitting(IReadOnlyList<int> places, Func<int, bool> fits)
    {
        var (fitting, low, high) = (-1, 0, places.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (fits(places[middle]))
            {
                fitting = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return fitting < 0 ? null : places[fitting];
    }

    private sealed record ItemsOfBlock(int Count, Func<Range, ReplyBlock> Part);
}
