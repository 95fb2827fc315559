using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Protocol;

namespace Bot.Discord.Interactions;

/// <summary>A form that asks for a command's long text. All that it stands for is in its id, as with a button.</summary>
/// <param name="Title">What is asked for.</param>
/// <param name="CustomId">The code of the command.</param>
/// <param name="Components">Its only field.</param>
internal sealed record CommandForm(string Title, string CustomId, IReadOnlyList<FormField> Components)
{
    private const string TextField = "text";

    /// <summary>The form of a command; null where what is known already does not fit into it.</summary>
    /// <param name="info">A command with a text.</param>
    /// <param name="known">The command as far as it was given: with options, without the text.</param>
    public static CommandForm? For(CommandInfo info, ChatCommand known)
    {
        var code = ChoiceCode.Encode(new Choice("", info.Name, known.TextWithOptions), DiscordLimits.CustomId);
        return code is null || info.Text is not { } text
            ? null
            : new CommandForm(
                ShortText.Of(info.MessageAction ?? info.Description, DiscordLimits.FormLabel),
                code,
                [
                    new FormField(
                        ShortText.Of(Capital(text.Name), DiscordLimits.FormLabel),
                        ShortText.Of(text.Description, DiscordLimits.FormDescription),
                        new FormInput(TextField, text.Required)),
                ]);
    }

    /// <summary>The command that a filled form means; null where it is of another version of the program.</summary>
    public static (string Command, string Text)? Read(string customId, IReadOnlyDictionary<string, string> fields) =>
        ChoiceCode.Decode(customId) is { } code ? (code.Command, $"{fields.GetValueOrDefault(TextField)} {code.Text}".Trim()) : null;

    private static string Capital(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
}

/// <summary>A field with its label.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Description">What belongs into it.</param>
/// <param name="Component">Where it is written.</param>
internal sealed record FormField(string Label, string Description, FormInput Component)
{
    /// <summary>What Discord calls a label.</summary>
    public int Type { get; } = 18;
}

/// <summary>An input of several lines.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Required">Whether something must stand in it.</param>
internal sealed record FormInput(string CustomId, bool Required)
{
    /// <summary>What Discord calls an input of text.</summary>
    public int Type { get; } = 4;

    /// <summary>Several lines.</summary>
    public int Style { get; } = 2;

    /// <summary>How much it takes.</summary>
    public int MaxLength { get; } = DiscordLimits.FormText;
}
