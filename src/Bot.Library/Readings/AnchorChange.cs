namespace Bot.Library.Readings;

/// <summary>A paragraph whose anchor has changed.</summary>
/// <param name="Reading">The reading that it is or was in.</param>
/// <param name="Before">The paragraph's anchor before the change.</param>
/// <param name="After">Its anchor now; null if the paragraph vanished.</param>
public sealed record AnchorChange(ReadingId Reading, Anchor Before, Anchor? After)
{
    /// <inheritdoc />
    public override string ToString() => After is { } after ? $"{Before}→{after}" : $"{Before} vanished";
}
