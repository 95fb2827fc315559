namespace Bot.Evaluation.Engines;

/// <summary>A search engine under test: one corpus, then any number of queries.</summary>
internal interface IRankingEngine : IDisposable
{
    /// <summary>Indexes a corpus. Called once, before the first query; the sequence is read once, in order.</summary>
    Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken);

    /// <summary>Ranks the corpus for one query.</summary>
    /// <param name="query">Natural language of any length, without query syntax.</param>
    /// <param name="count">The maximum number of documents.</param>
    /// <param name="accepts">Filters documents by id before counting; null for all.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The best first; fewer than <paramref name="count"/> if fewer match.</returns>
    Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken);
}
