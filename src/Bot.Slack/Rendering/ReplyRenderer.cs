using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Slack.Rendering;

/// <summary>Lays out a reply in Block Kit.</summary>
internal static class ReplyRenderer
{
    /// <summary>What the ids of buttons that run their command begin with.</summary>
    public const string ChoiceAction = "choice";

    /// <summary>The id of the button that shows a private reply to the channel.</summary>
    public const string ShareAction = "share";

    // One block stays free for the button that shares.
    private const int MostBlocks = SlackLimits.MessageBlocks - 1;

    /// <summary>The messages that together say a reply: as many as may answer a command, the last with a note where that is not all.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="shareCode">What the button that shares it carries; null for no such button.</param>
    public static IReadOnlyList<SlackMessage> Render(ChatReply reply, string? shareCode = null)
    {
        var parts = ReplySplitter.Split(reply, Fits, SlackLimits.All.MessagesPerReply);
        return [.. parts.Select((part, i) => Message(part, i == parts.Count - 1 ? shareCode : null))];
    }

    /// <summary>The blocks of a reply in one piece, for a view, which takes more of them.</summary>
    public static IReadOnlyList<JsonObject> Blocks(IReadOnlyList<ReplyBlock> blocks)
    {
        var rendered = new List<JsonObject>();
        var choices = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case QuoteBlock:
                    var run = QuoteRun.StartingAt(blocks, i);
                    rendered.Add(QuoteRenderer.Render(run));
                    i += run.Count - 1;
                    break;
                case HeadingBlock heading:
                    rendered.Add(BlockKit.Header(heading.Text));
                    break;
                case TextBlock text:
                    rendered.Add(BlockKit.RichText(BlockKit.Section(BlockKit.Run(text.Text))));
                    break;
                case ListBlock list:
                    rendered.Add(BlockKit.RichText(BlockKit.Bullets(list.Items)));
                    break;
                case ChoicesBlock list:
                    rendered.AddRange(Buttons(list.Choices, ref choices));
                    break;
                case PollBlock poll:
                    rendered.Add(BlockKit.RichText(BlockKit.Section(BlockKit.Run(poll.Question, "bold"))));
                    rendered.AddRange(Buttons(poll.Answers, ref choices));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(blocks), blocks[i].GetType().Name, "No form for Slack.");
            }
        }

        return rendered;
    }

    private static bool Fits(IReadOnlyList<ReplyBlock> blocks) =>
        SlackLimits.Length(TextOf(blocks)) <= SlackLimits.MessageLength && Blocks(blocks).Count <= MostBlocks;

    private static SlackMessage Message(ChatReply part, string? shareCode)
    {
        var blocks = Blocks(part.Blocks).ToList();
        if (shareCode is not null)
        {
            blocks.Add(BlockKit.Actions([BlockKit.Button(AdapterReplies.Share, ShareAction, shareCode)]));
        }

        return new SlackMessage(ShortText.Of(TextOf(part.Blocks), SlackLimits.MessageLength), BlockKit.ArrayOf(blocks));
    }

    private static string TextOf(IReadOnlyList<ReplyBlock> blocks) => ChatReply.Answer(blocks).ToPlainText();

    // A choice that a button cannot carry is written out, as the command to type.
    private static IEnumerable<JsonObject> Buttons(IReadOnlyList<Choice> choices, ref int count)
    {
        var buttons = new List<JsonObject>();
        var written = new List<string>();
        foreach (var choice in choices)
        {
            if (ChoiceCode.Encode(choice, SlackLimits.ButtonValue) is { } code)
            {
                buttons.Add(BlockKit.Button(choice.Label, $"{ChoiceAction}:{count++}", code));
            }
            else
            {
                written.Add($"{choice.Label}: {choice.Command} {choice.Text}".TrimEnd());
            }
        }

        var rows = buttons.Chunk(SlackLimits.Actions).Select(BlockKit.Actions);
        return written.Count == 0 ? [.. rows] : [BlockKit.RichText(BlockKit.Bullets(written)), .. rows];
    }
}
