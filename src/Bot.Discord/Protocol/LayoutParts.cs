using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>A part of a component layout (components/reference), which Discord calls components V2.</summary>
/// <param name="Type">Discord's type number.</param>
internal abstract record LayoutPart(int Type)
{
    /// <summary>The number of components, including nested ones.</summary>
    public abstract int Count { get; }

    /// <summary>The length of its text.</summary>
    public abstract int Length { get; }
}

/// <summary>A text.</summary>
/// <param name="Content">The text in Discord's Markdown.</param>
internal sealed record TextDisplay(string Content) : LayoutPart(10)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override int Count => 1;

    /// <inheritdoc />
    [JsonIgnore]
    public override int Length => Content.Length;
}

/// <summary>A text with a button beside it.</summary>
/// <param name="Components">The text.</param>
/// <param name="Accessory">The button.</param>
internal sealed record TextSection(IReadOnlyList<TextDisplay> Components, LinkButton Accessory) : LayoutPart(9)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override int Count => 2 + Components.Count;

    /// <inheritdoc />
    [JsonIgnore]
    public override int Length => Components.Sum(text => text.Length);
}

/// <summary>A frame with a coloured edge.</summary>
/// <param name="AccentColor">The colour of its edge, as RGB; null if there is none.</param>
/// <param name="Components">Its parts, of type <see cref="LayoutPart"/>.</param>
internal sealed record Container(int? AccentColor, IReadOnlyList<object> Components) : LayoutPart(17)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override int Count => 1 + Components.OfType<LayoutPart>().Sum(part => part.Count);

    /// <inheritdoc />
    [JsonIgnore]
    public override int Length => Components.OfType<LayoutPart>().Sum(part => part.Length);
}

/// <summary>A button that opens a page.</summary>
/// <param name="Label">Its text.</param>
/// <param name="Url">The page.</param>
internal sealed record LinkButton(string Label, string Url)
{
    /// <summary>Discord's type number of a button.</summary>
    public int Type { get; } = 2;

    /// <summary>The style of a link button.</summary>
    public int Style { get; } = 5;
}
