using Bot.Chat.Delivery;

namespace Bot.Discord.Rendering;

/// <summary>
/// A button's custom id: a letter that makes it unique in its message, as Discord requires (a capital if the button opens a form), and the code of its
/// choice.
/// </summary>
internal static class ButtonId
{
    /// <summary>The button that shows a private reply to the channel.</summary>
    public const string Share = "share";

    /// <summary>The maximum length of a choice's code.</summary>
    private const int MaxCode = DiscordLimits.CustomId - 1;

    /// <summary>The id of a choice's button; null if the choice does not fit and must be written as text.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="index">The button's index in the message, from 0 to 24.</param>
    public static string? Of(Choice choice, int index) =>
        choice.Label.Trim().Length is > 0 and <= DiscordLimits.ButtonLabel && ChoiceCode.Encode(choice, MaxCode) is { } code
            ? $"{(char)((choice.OpensForm ? 'A' : 'a') + index)}{code}"
            : null;

    /// <summary>Whether a button opens a form before its command runs.</summary>
    public static bool OpensForm(string id) => id.Length > 0 && id[0] is >= 'A' and <= 'Y';

    /// <summary>The button's choice; null if another version of the program made it.</summary>
    public static ChoiceCode? Read(string id) => id.Length > 1 && id[0] is (>= 'a' and <= 'y') or (>= 'A' and <= 'Y') ? ChoiceCode.Decode(id[1..]) : null;
}
