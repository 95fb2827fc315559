using Bot.Chat;

namespace Bot.Slack.WebApi;

/// <summary>Slack's limits. Lengths are in Unicode characters (scalar values).</summary>
internal static class SlackLimits
{
    /// <summary>
    /// The most characters of a message. A text object takes 3,000; all blocks of a message together take about 12,000
    /// (https://github.com/slackapi/bolt-js/issues/2509).
    /// </summary>
    public const int MessageLength = 3000;

    /// <summary>The most characters of files in a message, besides its words.</summary>
    public const int FileLength = 8000;

    /// <summary>The most characters of a piece of a file, of which a message holds three.</summary>
    public const int FilePiece = FileLength / 3;

    /// <summary>
    /// The most bytes of the words of an edited message. The documentation (https://docs.slack.dev/reference/methods/chat.update) says
    /// characters; words of other alphabets were refused.
    /// </summary>
    public const int EditedBytes = 4000;

    /// <summary>The most blocks of a message: https://docs.slack.dev/reference/block-kit/blocks.</summary>
    public const int MessageBlocks = 50;

    /// <summary>The most blocks of a modal or of App Home.</summary>
    public const int ViewBlocks = 100;

    /// <summary>The most characters of a header block.</summary>
    public const int Header = 150;

    /// <summary>The most elements of an actions block.</summary>
    public const int Actions = 25;

    /// <summary>The most characters on a button, and of an option's text and value (documented as 75 and 150; the less is safe).</summary>
    public const int Label = 75;

    /// <summary>The most characters of a button's value.</summary>
    public const int ButtonValue = 2000;

    /// <summary>The most characters of a modal's title and of its buttons.</summary>
    public const int ViewTitle = 24;

    /// <summary>The most characters of what a modal carries unseen.</summary>
    public const int PrivateMetadata = 3000;

    /// <summary>The most characters that a text field of a modal takes.</summary>
    public const int TextInput = 3000;

    /// <summary>The most options of a select.</summary>
    public const int Options = 100;

    /// <summary>How often a response address can be used, and for how long: https://docs.slack.dev/interactivity/handling-user-interaction.</summary>
    public const int ResponseUses = 5;

    /// <summary>The largest body of a request that is read. Slack's largest is a form of many fields, encoded for a URL; a view has at most 250 kB.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>For how long a response address can be used.</summary>
    public static readonly TimeSpan ResponseAge = TimeSpan.FromMinutes(30);


    /// <summary>What the contract of adapters asks for.</summary>
    public static Limits All { get; } = new()
    {
        MessageLength = MessageLength,
        MessagesPerReply = ResponseUses,
        Choices = Actions,
        ChoiceLabel = Label,
        ChoiceState = ButtonValue,
        Suggestions = Options,
        Acknowledge = TimeSpan.FromSeconds(3),
        Reply = ResponseAge,
    };

    /// <summary>A length as Slack counts it.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();
}
