using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Protocol;

namespace Bot.Discord.Forms;

/// <summary>A form for a command. What it stands for, and is not asked for in it, is in its id, as with a button.</summary>
/// <param name="Title">What is asked for.</param>
/// <param name="CustomId">The code of the command.</param>
/// <param name="Components">From one to five fields.</param>
internal sealed record CommandForm(string Title, string CustomId, IReadOnlyList<FormField> Components)
{
    /// <summary>The form that a command without its words is answered with; null where it needs none, or what is known does not fit into one.</summary>
    /// <param name="info">The command.</param>
    /// <param name="known">The command as far as it was given.</param>
    /// <param name="fields">Makes the fields.</param>
    public static CommandForm? ForMissingText(CommandInfo info, ChatCommand known, FormFields fields)
    {
        var spoken = CommandTranslations.Translate(info);
        return spoken switch
        {
            { TextParts.Count: > 0 } => Of(spoken, known.TextWithOptions, fields.OfParts(spoken, known.Options.Keys)),
            { Text: { IsLong: true } } or { File: not null } => Of(spoken, known.TextWithOptions, FormFields.OfText(spoken)),
            _ => null,
        };
    }

    /// <summary>The form for all that a command takes; null where it takes nothing.</summary>
    /// <param name="info">The command.</param>
    /// <param name="present">Options as they are now, as text.</param>
    /// <param name="fields">Makes the fields.</param>
    public static CommandForm? ForAll(CommandInfo info, string present, FormFields fields)
    {
        var spoken = CommandTranslations.Translate(info);
        return Of(spoken, "", fields.OfAll(spoken, present));
    }

    private static CommandForm? Of(CommandInfo info, string known, IReadOnlyList<FormField> fields) =>
        fields.Count > 0 && ChoiceCode.Encode(new Choice("", info.Name, known), DiscordLimits.CustomId) is { } code
            ? new CommandForm(
                ShortText.Of(info.FormTitle ?? info.MessageAction ?? info.Description, DiscordLimits.FormLabel),
                code,
                [.. fields.Take(DiscordLimits.FormFields)])
            : null;
}
