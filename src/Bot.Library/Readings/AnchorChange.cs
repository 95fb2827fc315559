namespace Bot.Library.Readings;

/// <summary>A paragraph that is no longer where an anchor written before would lead.</summary>
/// <param name="Reading">The reading that it stands or stood in.</param>
/// <param name="Before">The paragraph's anchor before the change.</param>
/// <param name="After">Its anchor now; null where the paragraph vanished.</param>
public sealed record AnchorChange(ReadingId Reading, Anchor Before, Anchor? After)
{
    /// <inheritdoc />
    public override string ToString() => After is { } after ? $"{Before}→{after}" : $"{Before} vanished";
}
