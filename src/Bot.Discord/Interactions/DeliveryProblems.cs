using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>Explains to a member why something cannot be shown, and how to fix it. Discord's own error is only logged.</summary>
internal static class DeliveryProblems
{
    /// <summary>Why the answer cannot be shown.</summary>
    /// <param name="answer">Discord's answer to the call.</param>
    public static string ExplainAnswer(RestAnswer answer) => (answer as RestAnswer.Refused)?.Error switch
    {
        { IsForbidden: true } => DeliveryTexts.AnswerForbidden,
        { IsBlocked: true } => DeliveryTexts.AnswerBlocked,
        { IsThreadClosed: true } => DeliveryTexts.AnswerThreadClosed,
        { IsTooLarge: true } => DeliveryTexts.AnswerTooLarge,
        { IsFaulty: true } => DeliveryTexts.AnswerFaulty,
        _ => DeliveryTexts.AnswerFailed,
    };

    /// <summary>Why an answer cannot be shown to everyone.</summary>
    /// <param name="answer">Discord's answer to the call.</param>
    public static string ExplainSharing(RestAnswer answer) => (answer as RestAnswer.Refused)?.Error switch
    {
        { IsForbidden: true } => DeliveryTexts.SharedForbidden,
        { IsBlocked: true } => DeliveryTexts.SharedBlocked,
        { IsThreadClosed: true } => DeliveryTexts.SharedThreadClosed,
        _ => DeliveryTexts.SharedFailed,
    };
}
