using System.Collections.Frozen;

namespace Bot.Library.Readings.Sentences;

/// <summary>Words of English grammar. Capitalised, they open a sentence far more often than they are part of a name.</summary>
internal static class OpeningWords
{
    private static readonly FrozenSet<string> Openers = (
        "The A An This That These Those It He She They We You I His Her Their Its Our My Your One " +
        "In On At As By For From With Without To Of After Before Since During Despite Under Over Until Unless Between Among Within " +
        "Through Throughout Against Like Unlike Beyond Behind Beside Besides Because Although Though Whereas While When Whenever Where " +
        "Wherever If Once But And Or So Yet Nor How What Who Whom Whose Which Why There Here Then Thus Hence Now Today Tomorrow " +
        "Yesterday Later Soon Still Even Just Only Also Not No Yes Such Some Any Many Most Much More Several Few All Both Each Every " +
        "Either Neither Another Other Others Is Are Was Were Am Be Do Does Did Has Have Had Can Could Would Should Might Must Let " +
        "Perhaps Maybe Meanwhile Instead Moreover Furthermore Nevertheless Nonetheless However Indeed Therefore Otherwise According " +
        "Given Whether Please Well Look Last Next First Second Third Finally Sometimes Often Never Always Everyone Everything Nobody " +
        "Nothing Something Someone Too").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Clauses such as "asked Mary" or "Mary asked" follow a question in quotation marks and belong to its sentence.
    private static readonly FrozenSet<string> Reporting = (
        "said says say asked asks ask wrote writes replied replies told tells added adds argued argues answered answers cried cries " +
        "shouted shouts whispered whispers wondered wonders exclaimed exclaims demanded demands declared declares warned warns " +
        "inquired enquired continued remarked insisted insists called calls").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Open(ReadOnlySpan<char> word) => Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool Report(ReadOnlySpan<char> word) => Reporting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
