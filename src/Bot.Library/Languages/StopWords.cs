using System.Collections.Frozen;

namespace Bot.Library.Languages;

/// <summary>Words that say nothing about the subject of a text.</summary>
public static class StopWords
{
    // Function words of English: articles, pronouns, auxiliaries, prepositions, conjunctions and question words.
    private static readonly FrozenSet<string> Words = """
        a about above after again against all also although am among an and another any anybody anyone anything are aren't as at
        be because been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
        done down during each either else ever every everyone everything few for from further had hadn't has hasn't have haven't
        having he he'd he'll he's her here here's hers herself him himself his how how's however i i'd i'll i'm i've if in into is
        isn't it it's its itself just let let's many may me might more most much must mustn't my myself neither no nor not now of
        off on once one only or other others ought our ours ourselves out over own per quite rather really same shall shan't she
        she's should shouldn't since so some somebody someone something still such than that that's the their theirs them
        themselves then there there's these they they're they've this those though through thus to too toward towards under until up upon us very via
        was wasn't we we'd we'll we're we've were weren't what what's whatever when when's where where's whether which while who
        who's whom whose why why's will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours
        yourself yourselves
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is one of them, ignoring case.</summary>
    public static bool Contains(string word) => Words.Contains(word) || Words.Contains(word.Replace('’', '\''));
}
