using System.Globalization;

namespace Bot.Seminar.Commands;

/// <summary>Adds to a reply that the search stopped before it was complete.</summary>
internal static class CutShort
{
    /// <summary>The reply, with that note if the time ran out.</summary>
    public static ChatReply Tell(ChatReply reply, TimeBudget budget)
    {
        if (!budget.WasCut || reply.Status == ReplyStatus.Error)
        {
            return reply;
        }

        var seconds = budget.Length.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

        // The readings can still contain what was not found in time.
        return reply.Status == ReplyStatus.Abstained
            ? ChatReply.Abstain(new TextBlock(CommandTexts.FormatStoppedWithout(seconds)))
            : reply with { Blocks = [.. reply.Blocks, new TextBlock(CommandTexts.FormatStoppedWithThis(seconds))] };
    }
}
