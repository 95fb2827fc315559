namespace Bot.Library.Readings;

/// <summary>A paragraph that does not stand where it stood before its file changed.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="From">The number that the paragraph had.</param>
/// <param name="To">The number that it has now; null where it is gone.</param>
public sealed record AnchorChange(ReadingId Reading, int From, int? To)
{
    /// <summary>Such as <c>¶7 → ¶8</c> or <c>¶7 is gone</c>.</summary>
    public override string ToString() => To is { } to ? $"{new Anchor(From)} → {new Anchor(to)}" : $"{new Anchor(From)} is gone";
}
