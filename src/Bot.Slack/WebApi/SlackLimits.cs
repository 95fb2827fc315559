namespace Bot.Slack.WebApi;

/// <summary>Slack's limits. Lengths are in Unicode characters (scalar values).</summary>
internal static class SlackLimits
{
    /// <summary>
    /// The maximum length of a message. A text object can have 3,000; all blocks of a message together about 12,000
    /// (https://github.com/slackapi/bolt-js/issues/2509).
    /// </summary>
    public const int MessageLength = 3000;

    /// <summary>The maximum length of files in a message, in addition to its text.</summary>
    public const int FileLength = 8000;

    /// <summary>The maximum length of a piece of a file; a message has three.</summary>
    public const int FilePiece = FileLength / 3;

    /// <summary>
    /// The maximum bytes of an edited message's text. The documentation (https://docs.slack.dev/reference/methods/chat.update) says characters, but Slack
    /// refused longer texts in other alphabets.
    /// </summary>
    public const int EditedBytes = 4000;

    /// <summary>The maximum number of blocks of a message: https://docs.slack.dev/reference/block-kit/blocks.</summary>
    public const int MessageBlocks = 50;

    /// <summary>The maximum number of blocks of a modal or of App Home.</summary>
    public const int ViewBlocks = 100;

    /// <summary>The maximum length of a header block.</summary>
    public const int Header = 150;

    /// <summary>The maximum number of elements of an actions block.</summary>
    public const int Actions = 25;

    /// <summary>The maximum length of a button's label, and of an option's text and value (documented as 75 and 150; the smaller is safe).</summary>
    public const int Label = 75;

    /// <summary>The maximum length of a button's value.</summary>
    public const int ButtonValue = 2000;

    /// <summary>The maximum length of a modal's title and of its buttons.</summary>
    public const int ViewTitle = 24;

    /// <summary>The maximum length of a modal's text field.</summary>
    public const int TextInput = 3000;

    /// <summary>The maximum number of options of a select.</summary>
    public const int Options = 100;

    /// <summary>How often a response URL can be used: https://docs.slack.dev/interactivity/handling-user-interaction.</summary>
    public const int ResponseUses = 5;

    /// <summary>The maximum size of a request body. Slack's largest is a URL-encoded form of many fields; a view has at most 250 kB.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>How long a response URL can be used.</summary>
    public static readonly TimeSpan ResponseAge = TimeSpan.FromMinutes(30);


    /// <summary>The limits for the adapter contract.</summary>
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

    /// <summary>The length as Slack counts it.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();
}
