namespace Bot.Evaluation.Engines;

/// <summary>A search engine under test: one corpus, then any number of queries.</summary>
internal interface IRankingEngine : IDisposable
{
    /// <summary>Indexes a corpus. Called once, before the first query; the sequence is read once, in order.</summary>
    Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken);

    /// <summary>Ranks the corpus for one query.</summary>
    /// <param name="query">Natural language, of any length; never the engine's own query syntax.</param>
    /// <param name="count">How many documents to return at most.</param>
    /// <param name="accepts">Leaves out the documents for whose id it is false, before counting; null takes all.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The best first; fewer than <paramref name="count"/> where fewer match.</returns>
    Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken);
}
