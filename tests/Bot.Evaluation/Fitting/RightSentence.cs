using Bot.Evaluation.Gold;
using Bot.Evaluation.Metrics;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Fitting;

/// <summary>What a sentence is to a question.</summary>
internal enum SentenceWorth
{
    Wrong,

    /// <summary>It says nothing itself, but a quote grown from it may hold what does.</summary>
    NextToRight,
    Right,
}

/// <summary>Tells which candidates are right.</summary>
internal static class RightSentence
{
    /// <summary>What a candidate is to a question.</summary>
    public static SentenceWorth Judge(Candidate candidate, GoldQuestion question)
    {
        var (paragraph, number) = (candidate.Sentence.Paragraph, candidate.Sentence.Number);
        var before = number > 1 ? paragraph.Quote(number - 1, number - 1) : "";
        var after = number < paragraph.Sentences.Count ? paragraph.Quote(number + 1, number + 1) : "";
        return question.Gold.Max(gold => !FoldedText.Contains(candidate.Window, gold) ? SentenceWorth.Wrong

            // Right where the words are not there any more without it, whole or in part.
            : FoldedText.Contains(before, gold) || FoldedText.Contains(after, gold) ? SentenceWorth.NextToRight
            : SentenceWorth.Right);
    }
}
