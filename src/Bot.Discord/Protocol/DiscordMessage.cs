using System.Text.Json.Serialization;
using Bot.Chat;

namespace Bot.Discord.Protocol;

/// <summary>A message as Discord's API takes it, in the parts that the bot uses.</summary>
/// <param name="Content">Its own text in Discord's Markdown; may be empty where there are cards.</param>
/// <param name="Embeds">Its cards.</param>
/// <param name="Components">Rows of buttons.</param>
internal sealed record DiscordMessage(
    [property: JsonIgnore] string Content, [property: JsonIgnore] IReadOnlyList<Card> Embeds, [property: JsonIgnore] IReadOnlyList<ButtonRow> Components)
{
    /// <summary>The flag of a message that one member alone sees.</summary>
    public const int EphemeralFlag = 1 << 6;

    /// <summary>The flag of a message that is laid out in components. It stays with the message.</summary>
    public const int LayoutFlag = 1 << 15;

    /// <summary>All of the message in components; null where its words are its text and its cards. Elements are those of Discord's reference.</summary>
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

    /// <summary>A message of the bot notifies no one, whatever it quotes.</summary>
    public AllowedMentions AllowedMentions { get; } = new([]);

    /// <summary>Who sees it, as a flag; null for everyone.</summary>
    [JsonIgnore]
    public int? Flags { get; init; }

    /// <summary>Its flags as they are sent; null for none.</summary>
    [JsonPropertyName("flags")]
    public int? SentFlags => Layout is null ? Flags : (Flags ?? 0) | LayoutFlag;

    /// <summary>A key by which Discord knows a message sent again; null for none.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether Discord is to give the message that is there instead of a second one with the same nonce.</summary>
    public bool? EnforceNonce => Nonce is null ? null : true;

    /// <summary>A poll of Discord's own; null for none.</summary>
    public NativePoll? Poll { get; init; }

    /// <summary>The message that it answers; null for none.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>The files that go with it, beside the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileBlock> Files { get; init; } = [];

    /// <summary>The files by the numbers under which they are sent; null for none.</summary>
    public IReadOnlyList<Attachment>? Attachments => Files.Count == 0 ? null : [.. Files.Select((file, i) => new Attachment($"{i}", file.Name))];

    /// <summary>How many characters it has as Discord counts them.</summary>
    [JsonIgnore]
    public int Length => Content.Length + Embeds.Sum(card => card.Length);

    /// <summary>The same message for one member's eyes, or for everyone's.</summary>
    public DiscordMessage SeenBy(bool memberAlone) => this with { Flags = memberAlone ? EphemeralFlag : null };
}

/// <summary>An embed: a card with a coloured edge below the message's text.</summary>
/// <param name="Description">Its text in Discord's Markdown.</param>
/// <param name="Color">The colour of its edge, as RGB.</param>
internal sealed record Card(string Description, int? Color)
{
    /// <summary>Its title in Discord's Markdown; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Where its title leads; null for nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>Where the program shows the place of its first quote to others; null where it does not.</summary>
    [JsonIgnore]
    public string? Room { get; init; }

    /// <summary>How many characters it has as Discord counts them.</summary>
    [JsonIgnore]
    public int Length => Description.Length + (Title?.Length ?? 0);
}

/// <summary>A row of buttons.</summary>
/// <param name="Components">From one to five buttons.</param>
internal sealed record ButtonRow(IReadOnlyList<Button> Components)
{
    /// <summary>What Discord calls a row.</summary>
    public const int Row = 1;

    /// <inheritdoc cref="Row"/>
    public int Type { get; } = Row;
}

/// <summary>A button.</summary>
/// <param name="Label">What it says.</param>
/// <param name="CustomId">What it carries unseen; unique on its message.</param>
/// <param name="Style">How it looks.</param>
internal sealed record Button(string Label, string CustomId, int Style = Button.Secondary)
{
    /// <summary>The style of a button among others.</summary>
    public const int Secondary = 2;

    /// <summary>What Discord calls a button.</summary>
    public int Type { get; } = 2;
}

/// <summary>A poll of Discord's own, where everyone sees who voted what.</summary>
/// <param name="Question">Its question.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Duration">For how many hours it is open.</param>
internal sealed record NativePoll(PollText Question, IReadOnlyList<PollAnswer> Answers, int Duration)
{
    /// <summary>Whether one member may give several answers.</summary>
    public bool AllowMultiselect { get; }

    /// <summary>The only layout there is.</summary>
    public int LayoutType { get; } = 1;
}

/// <summary>An answer of a poll.</summary>
internal sealed record PollAnswer(PollText PollMedia);

/// <summary>Words of a poll, plain.</summary>
internal sealed record PollText(string Text);

/// <summary>A message that another one answers.</summary>
/// <param name="MessageId">Its id.</param>
internal sealed record MessageReference(string MessageId)
{
    /// <summary>An answer is posted also where the message is gone by then.</summary>
    public bool FailIfNotExists { get; }
}

/// <summary>A file of a message.</summary>
/// <param name="Id">The number under which it is sent along.</param>
/// <param name="Filename">What it is saved as.</param>
internal sealed record Attachment(string Id, string Filename);

/// <summary>Whom a message may call.</summary>
/// <param name="Parse">The kinds of mentions that notify members; empty for none.</param>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse);
