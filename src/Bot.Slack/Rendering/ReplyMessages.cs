using Bot.Chat.Delivery;

namespace Bot.Slack.Rendering;

/// <summary>Splits a reply into messages.</summary>
internal static class ReplyMessages
{
    /// <summary>The id of the button that shows a private reply to the channel.</summary>
    public const string ShareAction = "share";

    // One block is reserved for the share button.
    private const int MaxBlocks = SlackLimits.MessageBlocks - 1;

    /// <summary>The messages of a reply, up to the maximum; the last has a note if something is left out.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="shareCode">The value of the share button; null for no button.</param>
    public static IReadOnlyList<SlackMessage> Of(ChatReply reply, string? shareCode = null)
    {
        var whole = WriteOut(reply);
        var parts = ReplySplitter.Split(whole with { Blocks = [.. whole.Blocks.SelectMany(Cut)] }, Fits, SlackLimits.All.MessagesPerReply);
        return [.. parts.Select((part, i) => Create(part, i == parts.Count - 1 ? shareCode : null))];
    }

    /// <summary>The reply with choices that do not fit on buttons written as text.</summary>
    public static ChatReply WriteOut(ChatReply reply) =>
        WrittenChoices.WriteOut(reply, SlackLimits.Actions * 2, choice => ChoiceCode.Encode(choice, SlackLimits.ButtonValue) is not null);

    // A file is shown as numbered pieces to copy.
    private static IEnumerable<ReplyBlock> Cut(ReplyBlock block)
    {
        if (block is not FileBlock file)
        {
            return [block];
        }

        var pieces = ReplySplitter.Split(ChatReply.Answer(file), FitsPiece).SelectMany(part => part.Blocks).OfType<FileBlock>().ToList();
        return pieces.Count == 1 ? pieces : pieces.Select((piece, i) => piece with { Name = MessageTexts.FormatFilePiece(file.Name, i + 1, pieces.Count) });

        static bool FitsPiece(IReadOnlyList<ReplyBlock> piece) => LengthOf(piece) <= SlackLimits.FilePiece;
    }

    // Button values are not counted, because they are not shown; files may be longer than other text.
    private static bool Fits(IReadOnlyList<ReplyBlock> blocks)
    {
        var pieces = blocks.Where(block => block is FileBlock).ToList();
        return LengthOf([.. blocks.Where(block => block is not ChoicesBlock and not FileBlock)]) <= SlackLimits.MessageLength
            && pieces.Sum(piece => LengthOf([piece])) <= SlackLimits.FileLength
            && MessageRenderer.Render(blocks).Count <= MaxBlocks;
    }

    private static int LengthOf(IReadOnlyList<ReplyBlock> blocks) => SlackLimits.Length(TextOf(blocks));

    private static SlackMessage Create(ChatReply part, string? shareCode)
    {
        var blocks = MessageRenderer.Render(part.Blocks).ToList();
        if (shareCode is not null)
        {
            blocks.Add(BlockKit.Actions([BlockKit.Button(AdapterReplies.Share, ShareAction, shareCode)]));
        }

        return new SlackMessage(ShortText.Of(TextOf(part.Blocks), SlackLimits.MessageLength), BlockKit.ArrayOf(blocks));
    }

    private static string TextOf(IReadOnlyList<ReplyBlock> blocks) => ChatReply.Answer(blocks).ToPlainText();
}
