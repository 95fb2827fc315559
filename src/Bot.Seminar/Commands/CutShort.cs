using System.Globalization;
using Bot.Chat;

namespace Bot.Seminar.Commands;

/// <summary>Says of a reply that the bot stopped looking before it had seen everything.</summary>
internal static class CutShort
{
    private const string Advice = "Fewer words go faster.";

    /// <summary>The reply with that said, where it is so.</summary>
    public static ChatReply Tell(ChatReply reply, TimeBudget budget)
    {
        if (!budget.WasCut || reply.Status == ReplyStatus.Error)
        {
            return reply;
        }

        var stopped = string.Create(CultureInfo.InvariantCulture, $"I stopped after {budget.Length.TotalSeconds:0.#} seconds of looking");

        // What was not found in time may stand in the readings all the same.
        return reply.Status == ReplyStatus.Abstained
            ? ChatReply.Abstain(new TextBlock($"{stopped} and had not found it until then; it may stand in the readings all the same. {Advice}"))
            : reply with { Blocks = [.. reply.Blocks, new TextBlock($"{stopped}; this is what I found until then. {Advice}")] };
    }
}
