using System.Text.RegularExpressions;

namespace Bot.Library.Search;

/// <summary>Tells sentences that cannot be understood alone.</summary>
public static partial class Anaphora
{
    /// <summary>Whether a sentence begins with a word that points back to the one before it: "This approach …", "They …".</summary>
    public static bool LeansOnPrevious(string sentence) => Opening().IsMatch(sentence);

    [GeneratedRegex(@"^[“""'‘(]?(It|Its|This|That|These|Those|They|Their|Them|He|She|His|Her|Such|Instead|Moreover|Furthermore|Also|Both|Neither|Either|Otherwise|Similarly|Likewise|Consequently|Therefore|Thus|Hence)\b(?!\s+(is|was|remains|seems|should\s+be|can\s+be|has\s+been)\s+(\w+\s+)?(that|to|clear|unclear|true)\b)")]
    private static partial Regex Opening();
}
