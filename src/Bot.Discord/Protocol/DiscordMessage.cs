using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>A message in the form of Discord's API, with the fields that the bot uses.</summary>
/// <param name="Content">Its own text in Discord's Markdown; can be empty if there are cards.</param>
/// <param name="Embeds">Its cards.</param>
/// <param name="Components">Rows of buttons.</param>
internal sealed record DiscordMessage(
    [property: JsonIgnore] string Content, [property: JsonIgnore] IReadOnlyList<Card> Embeds, [property: JsonIgnore] IReadOnlyList<ButtonRow> Components)
{
    /// <summary>The flag of a message that only one member sees.</summary>
    public const int EphemeralFlag = 1 << 6;

    /// <summary>The flag of a message with a component layout. It cannot be removed from a message.</summary>
    public const int LayoutFlag = 1 << 15;

    /// <summary>The whole message as components from Discord's reference; null if it uses text and cards.</summary>
    [JsonIgnore]
    public IReadOnlyList<object>? Layout { get; init; }

    /// <summary>The text as it is sent.</summary>
    [JsonPropertyName("content")]
    [JsonPropertyOrder(-3)]
    public string? SentContent => Layout is null ? Content : null;

    /// <summary>The cards as they are sent.</summary>
    [JsonPropertyName("embeds")]
    [JsonPropertyOrder(-2)]
    public IReadOnlyList<Card>? SentEmbeds => Layout is null ? Embeds : null;

    /// <summary>The components as they are sent.</summary>
    [JsonPropertyName("components")]
    [JsonPropertyOrder(-1)]
    public object SentComponents => Layout is null ? Components : Layout;

    /// <summary>Nobody is notified, even if a quote contains a mention.</summary>
    public AllowedMentions AllowedMentions { get; } = new([]);

    /// <summary><see cref="EphemeralFlag"/> if only one member sees it; null for everyone.</summary>
    [JsonIgnore]
    public int? Flags { get; init; }

    /// <summary>Its flags as they are sent; null if there is none.</summary>
    [JsonPropertyName("flags")]
    public int? SentFlags => Layout is null ? Flags : (Flags ?? 0) | LayoutFlag;

    /// <summary>A key by which Discord recognises a message that is sent again; null if there is none.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether Discord returns the existing message instead of posting a second one with the same nonce.</summary>
    public bool? EnforceNonce => Nonce is null ? null : true;

    /// <summary>A native Discord poll; null if there is none.</summary>
    public NativePoll? Poll { get; init; }

    /// <summary>The message that it replies to; null if there is none.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>The files, sent next to the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileBlock> Files { get; init; } = [];

    /// <summary>The files with their numbers in the upload; null if there is none.</summary>
    public IReadOnlyList<Attachment>? Attachments => Files.Count == 0 ? null : [.. Files.Select((file, i) => new Attachment($"{i}", file.Name))];

    /// <summary>The length of the text and cards.</summary>
    [JsonIgnore]
    public int Length => Content.Length + Embeds.Sum(card => card.Length);

    /// <summary>A copy that only one member sees, or everyone.</summary>
    public DiscordMessage ShowTo(bool memberAlone) => this with { Flags = memberAlone ? EphemeralFlag : null };
}

/// <summary>An embed: a card with a coloured edge below the message's text.</summary>
/// <param name="Description">Its text in Discord's Markdown.</param>
/// <param name="Color">The colour of its edge, as RGB.</param>
internal sealed record Card(string Description, int? Color)
{
    /// <summary>Its title in Discord's Markdown; null if there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The link of its title; null if there is none.</summary>
    public string? Url { get; init; }

    /// <summary>The link to its first quote in the reading room; null if there is none.</summary>
    [JsonIgnore]
    public string? Room { get; init; }

    /// <summary>The length of the text and cards.</summary>
    [JsonIgnore]
    public int Length => Description.Length + (Title?.Length ?? 0);
}

/// <summary>A row of buttons.</summary>
/// <param name="Components">From one to five buttons.</param>
internal sealed record ButtonRow(IReadOnlyList<Button> Components)
{
    /// <summary>Discord's type number of a row.</summary>
    public const int Row = 1;

    /// <summary>Puts buttons into rows. The last ones stay together in a row, unless there are too many rows.</summary>
    /// <param name="buttons">The buttons.</param>
    /// <param name="last">The last buttons.</param>
    public static IReadOnlyList<ButtonRow> Arrange(IReadOnlyList<Button> buttons, IReadOnlyList<Button> last)
    {
        var together = Chunk([.. buttons, .. last]);
        var apart = Chunk(buttons);
        var below = Chunk(last);
        return together.Count == apart.Count || apart.Count + below.Count > DiscordLimits.Rows ? together : [.. apart, .. below];

        static List<ButtonRow> Chunk(IReadOnlyList<Button> some) => [.. some.Chunk(DiscordLimits.ButtonsInRow).Select(row => new ButtonRow(row))];
    }

    /// <inheritdoc cref="Row"/>
    public int Type { get; } = Row;
}

/// <summary>A button.</summary>
/// <param name="Label">Its text.</param>
/// <param name="CustomId">Its custom id, unique in its message.</param>
/// <param name="Style">Its style.</param>
internal sealed record Button(string Label, string CustomId, int Style = Button.Secondary)
{
    /// <summary>The style of a button among others.</summary>
    public const int Secondary = 2;

    /// <summary>Discord's type number of a button.</summary>
    public int Type { get; } = 2;
}

/// <summary>A native Discord poll, where everyone sees who voted for what.</summary>
/// <param name="Question">Its question.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Duration">How many hours it is open.</param>
internal sealed record NativePoll(PollText Question, IReadOnlyList<PollAnswer> Answers, int Duration)
{
    /// <summary>Whether a member can choose several answers.</summary>
    public bool AllowMultiselect { get; }

    /// <summary>The only layout there is.</summary>
    public int LayoutType { get; } = 1;
}

/// <summary>An answer of a poll.</summary>
internal sealed record PollAnswer(PollText PollMedia);

/// <summary>A plain text in a poll.</summary>
internal sealed record PollText(string Text);

/// <summary>A reference to the message that is replied to.</summary>
/// <param name="MessageId">Its id.</param>
internal sealed record MessageReference(string MessageId)
{
    /// <summary>False: the reply is posted even if the message was deleted.</summary>
    public bool FailIfNotExists { get; }
}

/// <summary>A file of a message.</summary>
/// <param name="Id">Its number in the upload.</param>
/// <param name="Filename">Its file name.</param>
internal sealed record Attachment(string Id, string Filename);

/// <summary>The mentions that notify.</summary>
/// <param name="Parse">The kinds of mentions that notify members; empty for none.</param>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse);
