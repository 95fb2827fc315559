using Bot.Library.Readings;

namespace Bot.Seminar.Citing;

/// <summary>A reading, or the readings of an author, named in a question.</summary>
/// <param name="Readings">The readings; at least one.</param>
/// <param name="Start">The start of the name in the question, in UTF-16 code units.</param>
/// <param name="End">The offset after it, without the <c>'s</c> of a possessive.</param>
/// <param name="IsAuthor">Whether it names the author instead of the text.</param>
internal sealed record Mention(IReadOnlyList<Reading> Readings, int Start, int End, bool IsAuthor);
