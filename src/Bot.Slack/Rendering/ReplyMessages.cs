using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.WebApi;

namespace Bot.Slack.Rendering;

/// <summary>The messages that together say a reply.</summary>
internal static class ReplyMessages
{
    /// <summary>The id of the button that shows a private reply to the channel.</summary>
    public const string ShareAction = "share";

    // One block stays free for the button that shares.
    private const int MaxBlocks = SlackLimits.MessageBlocks - 1;

    /// <summary>As many messages as may answer a command, the last with a note where that is not all.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="shareCode">What the button that shares it carries; null for no such button.</param>
    public static IReadOnlyList<SlackMessage> Of(ChatReply reply, string? shareCode = null)
    {
        var whole = Written(reply);
        var parts = ReplySplitter.Split(whole with { Blocks = [.. whole.Blocks.SelectMany(Pieces)] }, Fits, SlackLimits.All.MessagesPerReply);
        return [.. parts.Select((part, i) => Message(part, i == parts.Count - 1 ? shareCode : null))];
    }

    /// <summary>A reply in which every choice that is left can become a button.</summary>
    public static ChatReply Written(ChatReply reply) =>
        WrittenChoices.WriteOut(reply, SlackLimits.Actions * 2, choice => ChoiceCode.Encode(choice, SlackLimits.ButtonValue) is not null);

    // A file is shown in pieces to copy, each of which says which it is.
    private static IEnumerable<ReplyBlock> Pieces(ReplyBlock block)
    {
        if (block is not FileBlock file)
        {
            return [block];
        }

        var pieces = ReplySplitter.Split(ChatReply.Answer(file), FitsPiece).SelectMany(part => part.Blocks).OfType<FileBlock>().ToList();
        return pieces.Count == 1 ? pieces : pieces.Select((piece, i) => piece with { Name = MessageTexts.FormatFilePiece(file.Name, i + 1, pieces.Count) });

        static bool FitsPiece(IReadOnlyList<ReplyBlock> piece) => LengthOf(piece) <= SlackLimits.FilePiece;
    }

    // What buttons carry is not to be read, so it takes no room; of files there may be more than anybody reads at once.
    private static bool Fits(IReadOnlyList<ReplyBlock> blocks)
    {
        var pieces = blocks.Where(block => block is FileBlock).ToList();
        return LengthOf([.. blocks.Where(block => block is not ChoicesBlock and not FileBlock)]) <= SlackLimits.MessageLength
            && pieces.Sum(piece => LengthOf([piece])) <= SlackLimits.FileLength
            && MessageRenderer.Blocks(blocks).Count <= MaxBlocks;
    }

    private static int LengthOf(IReadOnlyList<ReplyBlock> blocks) => SlackLimits.Length(TextOf(blocks));

    private static SlackMessage Message(ChatReply part, string? shareCode)
    {
        var blocks = MessageRenderer.Blocks(part.Blocks).ToList();
        if (shareCode is not null)
        {
            blocks.Add(BlockKit.Actions([BlockKit.Button(AdapterReplies.Share, ShareAction, shareCode)]));
        }

        return new SlackMessage(ShortText.Of(TextOf(part.Blocks), SlackLimits.MessageLength), BlockKit.ArrayOf(blocks));
    }

    private static string TextOf(IReadOnlyList<ReplyBlock> blocks) => ChatReply.Answer(blocks).ToPlainText();
}
