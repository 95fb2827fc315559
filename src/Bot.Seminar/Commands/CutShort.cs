using System.Globalization;
using Bot.Chat;

namespace Bot.Seminar.Commands;

/// <summary>Says of a reply that the bot stopped looking before it had seen everything.</summary>
internal static class CutShort
{
    /// <summary>The reply with that said, where it is so.</summary>
    public static ChatReply Tell(ChatReply reply, TimeBudget budget)
    {
        if (!budget.WasCut || reply.Status == ReplyStatus.Error)
        {
            return reply;
        }

        var seconds = budget.Length.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

        // What was not found in time may stand in the readings all the same.
        return reply.Status == ReplyStatus.Abstained
            ? ChatReply.Abstain(new TextBlock(CommandTexts.FormatStoppedWithout(seconds)))
            : reply with { Blocks = [.. reply.Blocks, new TextBlock(CommandTexts.FormatStoppedWithThis(seconds))] };
    }
}
