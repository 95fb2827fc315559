using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>A part of a message that is laid out in components (components/reference), which Discord calls the second version of them.</summary>
/// <param name="Type">What Discord calls it.</param>
internal abstract record LayoutPart(int Type)
{
    /// <summary>How many components it is, with those in it.</summary>
    public abstract int Count { get; }

    /// <summary>How many characters of text it has.</summary>
    public abstract int Length { get; }
}

/// <summary>A text.</summary>
/// <param name="Content">In Discord's Markdown.</param>
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
/// <param name="AccentColor">The colour of its edge, as RGB; null for none.</param>
/// <param name="Components">What is in it; of <see cref="LayoutPart"/>.</param>
internal sealed record Container(int? AccentColor, IReadOnlyList<object> Components) : LayoutPart(17)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override int Count => 1 + Components.OfType<LayoutPart>().Sum(part => part.Count);

    /// <inheritdoc />
    [JsonIgnore]
    public override int Length => Components.OfType<LayoutPart>().Sum(part => part.Length);
}

/// <summary>A button behind which a page opens.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Url">The page.</param>
internal sealed record LinkButton(string Label, string Url)
{
    /// <summary>What Discord calls a button.</summary>
    public int Type { get; } = 2;

    /// <summary>The style of one that opens a page.</summary>
    public int Style { get; } = 5;
}
