using System.Collections.Concurrent;

namespace Bot.Library.Retrieval;

/// <summary>Keeps each search term only once, to save memory. Thread-safe.</summary>
/// <param name="known">Terms to begin with.</param>
internal sealed class Vocabulary(IEnumerable<string>? known = null)
{
    private readonly ConcurrentDictionary<string, string> terms = new(
        (known ?? []).Distinct(StringComparer.Ordinal).Select(term => KeyValuePair.Create(term, term)), StringComparer.Ordinal);

    /// <summary>The shared object for a term.</summary>
    public string Intern(string term) => terms.GetOrAdd(term, term);
}
