using Bot.Library.Readings;

namespace Bot.Seminar.Ask;

/// <summary>A reading, or the readings of an author, named in a question.</summary>
/// <param name="Readings">Which ones; at least one.</param>
/// <param name="Start">Where the name begins in the question, in UTF-16 code units.</param>
/// <param name="End">The offset behind it, without the <c>'s</c> of a possessive.</param>
/// <param name="IsAuthor">Whether the author is named rather than the text.</param>
internal sealed record Mention(IReadOnlyList<Reading> Readings, int Start, int End, bool IsAuthor);
