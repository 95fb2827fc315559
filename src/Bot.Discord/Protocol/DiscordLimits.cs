namespace Bot.Discord.Protocol;

/// <summary>
/// Discord's limits, from its reference (resources/message, components/reference, interactions/application-commands). Lengths are in UTF-16 units, which
/// are never fewer than Discord counts.
/// </summary>
internal static class DiscordLimits
{
    /// <summary>The maximum size of a request body; a command on a message contains the message with all its cards.</summary>
    public const int MaxBodyBytes = 512 * 1024;

    /// <summary>The maximum length of a message's own text.</summary>
    public const int Content = 2000;

    /// <summary>The maximum number of cards (embeds) of a message.</summary>
    public const int Cards = 10;

    /// <summary>The maximum length of a card's title.</summary>
    public const int CardTitle = 256;

    /// <summary>The maximum length of a card's text.</summary>
    public const int CardText = 4096;

    /// <summary>The maximum length of all cards of a message together.</summary>
    public const int AllCards = 6000;

    /// <summary>The maximum length of a card's URL.</summary>
    public const int CardLink = 2048;

    /// <summary>The maximum number of components in a component layout.</summary>
    public const int LayoutParts = 40;

    /// <summary>The maximum length of all texts in a component layout.</summary>
    public const int LayoutText = 4000;

    /// <summary>The maximum length of a button's URL.</summary>
    public const int ButtonLink = 512;

    /// <summary>The maximum number of buttons in a row, and of rows in a message.</summary>
    public const int ButtonsInRow = 5;

    /// <summary>The most rows of buttons in a message.</summary>
    public const int Rows = 5;

    /// <summary>The maximum number of buttons of a message.</summary>
    public const int Buttons = 25;

    /// <summary>The maximum length of a button's label.</summary>
    public const int ButtonLabel = 80;

    /// <summary>The maximum length of a custom id.</summary>
    public const int CustomId = 100;

    /// <summary>The maximum number of suggestions.</summary>
    public const int Suggestions = 25;

    /// <summary>The maximum length of a suggestion's label and of its value.</summary>
    public const int Suggestion = 100;

    /// <summary>The maximum length of a form's title and of a field's label.</summary>
    public const int FormLabel = 45;

    /// <summary>The maximum length of a field's description.</summary>
    public const int FormDescription = 100;

    /// <summary>The maximum number of fields in a form.</summary>
    public const int FormFields = 5;

    /// <summary>The maximum number of values in a radio or checkbox group.</summary>
    public const int GroupOptions = 10;

    /// <summary>The maximum length of a form's text field.</summary>
    public const int FormText = 4000;

    /// <summary>The maximum length of a thread's name.</summary>
    public const int ThreadName = 100;

    /// <summary>How long an interaction can be answered.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The bot's own limits for replies. A message can hold 2,000 characters of text and 6,000 on cards, but nobody reads more than 4,000. Six messages are
    /// the response and the five follow-ups that Discord allows everywhere.
    /// </summary>
    public static Limits OfReplies { get; } = new()
    {
        MessageLength = 4000,
        MessagesPerReply = 6,
        Choices = Buttons - 1,
        ChoiceLabel = ButtonLabel,
        ChoiceState = CustomId - 1,
        Suggestions = Suggestions,
        Acknowledge = TimeSpan.FromSeconds(3),
        Reply = TokenLife,
    };
}
