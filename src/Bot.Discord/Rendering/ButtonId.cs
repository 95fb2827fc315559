using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rendering;

/// <summary>
/// What a button carries unseen: a letter that makes it unique on its message, as Discord demands, a capital where a form is to be opened, and the
/// code of its choice.
/// </summary>
internal static class ButtonId
{
    /// <summary>The button that shows a private reply to the channel.</summary>
    public const string Share = "share";

    /// <summary>The most characters of a choice's code.</summary>
    private const int MaxCode = DiscordLimits.CustomId - 1;

    /// <summary>The id of a choice's button; null where the choice does not fit on one and has to be written out.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="index">Its place among the buttons of the message, from 0 to 24.</param>
    public static string? Of(Choice choice, int index) =>
        choice.Label.Trim().Length is > 0 and <= DiscordLimits.ButtonLabel && ChoiceCode.Encode(choice, MaxCode) is { } code
            ? $"{(char)((choice.OpensForm ? 'A' : 'a') + index)}{code}"
            : null;

    /// <summary>Whether a button asks for what its command takes before that runs.</summary>
    public static bool OpensForm(string id) => id.Length > 0 && id[0] is >= 'A' and <= 'Y';

    /// <summary>The choice that a button stands for; null where it is none of this version of the program.</summary>
    public static ChoiceCode? Read(string id) => id.Length > 1 && id[0] is (>= 'a' and <= 'y') or (>= 'A' and <= 'Y') ? ChoiceCode.Decode(id[1..]) : null;
}
