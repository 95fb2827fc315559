using System.Collections.Concurrent;

namespace Bot.Library.Retrieval;

/// <summary>Keeps each search term only once, to save memory. Thread-safe.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, string> terms = new(StringComparer.Ordinal);

    /// <summary>The shared object for a term.</summary>
    public string Intern(string term) => terms.GetOrAdd(term, term);
}
