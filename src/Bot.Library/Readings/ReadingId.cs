namespace Bot.Library.Readings;

/// <summary>The name of a reading, made from its file's path: <c>week-3/case-for-pressure</c>. Unique in a folder.</summary>
/// <param name="Value">Lower-case letters, digits, <c>-</c> and <c>/</c>.</param>
public readonly record struct ReadingId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
