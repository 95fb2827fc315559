using Bot.Chat;

namespace Bot.Discord.Protocol;

/// <summary>
/// How much Discord takes, from its reference (resources/message, components/reference, interactions/application-commands). Characters
/// are counted here in UTF-16 units, which are never fewer than what Discord counts.
/// </summary>
internal static class DiscordLimits
{
    /// <summary>The largest body of a request that is read; a command on a message brings the message with all its cards.</summary>
    public const int MaxBodyBytes = 512 * 1024;

    /// <summary>The most characters of a message's own text.</summary>
    public const int Content = 2000;

    /// <summary>The most cards (embeds) on a message.</summary>
    public const int Cards = 10;

    /// <summary>The most characters of a card's title.</summary>
    public const int CardTitle = 256;

    /// <summary>The most characters of a card's text.</summary>
    public const int CardText = 4096;

    /// <summary>The most characters on all cards of a message together.</summary>
    public const int AllCards = 6000;

    /// <summary>The most characters of an address on a card.</summary>
    public const int CardLink = 2048;

    /// <summary>The most components of a message that is laid out in them.</summary>
    public const int LayoutParts = 40;

    /// <summary>The most characters of all its texts together.</summary>
    public const int LayoutText = 4000;

    /// <summary>The most characters of the address behind a button.</summary>
    public const int ButtonLink = 512;

    /// <summary>The buttons of a row, and the rows of a message.</summary>
    public const int ButtonsInRow = 5;

    /// <summary>The most buttons on a message.</summary>
    public const int Buttons = 25;

    /// <summary>The most characters on a button.</summary>
    public const int ButtonLabel = 80;

    /// <summary>The most characters that a button, a form or a field carries unseen.</summary>
    public const int CustomId = 100;

    /// <summary>The most suggestions, and the most characters of a suggestion's label and value.</summary>
    public const int Suggestions = 25;

    /// <summary>The most characters of a suggestion's label and of its value.</summary>
    public const int Suggestion = 100;

    /// <summary>The most characters of a form's title and of a field's label.</summary>
    public const int FormLabel = 45;

    /// <summary>The most characters of a field's description.</summary>
    public const int FormDescription = 100;

    /// <summary>The most fields of a form.</summary>
    public const int FormFields = 5;

    /// <summary>The most values of a field that shows all of them.</summary>
    public const int GroupOptions = 10;

    /// <summary>The most characters that a form's field takes.</summary>
    public const int FormText = 4000;

    /// <summary>The most characters of a thread's name.</summary>
    public const int ThreadName = 100;

    /// <summary>For how long the answers to an interaction are taken.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What a reply keeps to. A message could hold 2,000 characters of text and 6,000 on cards; more than 4,000 in all is a wall that
    /// nobody reads. Six messages are the response and the five follow-ups that Discord grants everywhere.
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
