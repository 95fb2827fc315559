namespace Bot.Seminar.Commands;

/// <summary>The question that a follow-up refers to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Words">The follow-up's own words: “and China?”.</param>
/// <param name="Quoted">The quotes since then, the first answer first.</param>
public sealed record EarlierQuestion(string Question, string Words, IReadOnlyList<Citation> Quoted);
