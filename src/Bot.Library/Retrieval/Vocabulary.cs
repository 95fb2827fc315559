using System.Collections.Concurrent;

namespace Bot.Library.Retrieval;

/// <summary>Keeps each search term once, so that a million words need no million strings. Thread-safe.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, string> terms = new(StringComparer.Ordinal);

    /// <summary>The one object for a term.</summary>
    public string Term(string term) => terms.GetOrAdd(term, term);
}
