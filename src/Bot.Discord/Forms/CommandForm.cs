using Bot.Chat.Delivery;

namespace Bot.Discord.Forms;

/// <summary>A form for a command. As with a button, its id holds the command and the options that the form does not ask for.</summary>
/// <param name="Title">The form's title.</param>
/// <param name="CustomId">The code of the command.</param>
/// <param name="Components">From one to five fields.</param>
internal sealed record CommandForm(string Title, string CustomId, IReadOnlyList<FormField> Components)
{
    /// <summary>The form that asks for a command's missing text; null if the command needs none, or if the known options do not fit into the id.</summary>
    /// <param name="info">The command.</param>
    /// <param name="known">The command with the options given so far.</param>
    /// <param name="fields">Makes the fields.</param>
    public static CommandForm? AskForMissingText(CommandInfo info, ChatCommand known, FormFields fields)
    {
        var spoken = CommandTranslations.Translate(info);
        return spoken switch
        {
            { TextParts.Count: > 0 } => Of(spoken, known.TextWithOptions, fields.CreateForParts(spoken, known.Options.Keys)),
            { Text: { IsLong: true } } or { File: not null } => Of(spoken, known.TextWithOptions, FormFields.CreateForText(spoken)),
            _ => null,
        };
    }

    /// <summary>The form for all text and options of a command; null if it has none.</summary>
    /// <param name="info">The command.</param>
    /// <param name="present">The current options as text.</param>
    /// <param name="fields">Makes the fields.</param>
    public static CommandForm? AskForAll(CommandInfo info, string present, FormFields fields)
    {
        var spoken = CommandTranslations.Translate(info);
        return Of(spoken, "", fields.CreateForAll(spoken, present));
    }

    private static CommandForm? Of(CommandInfo info, string known, IReadOnlyList<FormField> fields) =>
        fields.Count > 0 && ChoiceCode.Encode(new Choice("", info.Name, known), DiscordLimits.CustomId) is { } code
            ? new CommandForm(
                ShortText.Of(info.FormTitle ?? info.MessageAction ?? info.Description, DiscordLimits.FormLabel),
                code,
                [.. fields.Take(DiscordLimits.FormFields)])
            : null;
}
