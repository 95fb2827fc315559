using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Bot.Evaluation.Engines;

/// <summary>
/// SQLite's full-text index, the usual search of a small program: the tokenizer <c>porter unicode61</c>, its
/// <c>bm25()</c> (k1 1.2, b 0.75, fixed), and a query for any of the words. It has no stop words.
/// </summary>
internal sealed partial class SqliteFts5Engine : IRankingEngine
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private SqliteCommand? search;

    public Task IndexAsync(IEnumerable<CorpusDocument> corpus, CancellationToken cancellationToken)
    {
        connection.Open();
        Execute("CREATE VIRTUAL TABLE document USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61')");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO document (id, text) VALUES ($id, $text)";
            var id = insert.Parameters.Add("$id", SqliteType.Text);
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            foreach (var document in corpus)
            {
                id.Value = document.Id;
                text.Value = document.TitleAndText;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        search = connection.CreateCommand();
        search.CommandText = "SELECT id, -rank FROM document WHERE document MATCH $query ORDER BY rank LIMIT $count";
        search.Parameters.Add("$query", SqliteType.Text);
        search.Parameters.Add("$count", SqliteType.Integer);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RankedDocument>> RankAsync(string query, int count, Func<string, bool>? accepts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RankedDocument>>(Rank(query, count, accepts));

    public void Dispose()
    {
        search?.Dispose();
        connection.Dispose();
    }

    private List<RankedDocument> Rank(string query, int count, Func<string, bool>? accepts)
    {
        var command = search ?? throw new InvalidOperationException("Index a corpus first.");
        var match = AnyWordOf(query);
        if (match.Length == 0)
        {
            return [];
        }

        command.Parameters["$query"].Value = match;
        command.Parameters["$count"].Value = accepts is null ? count : -1;
        using var rows = command.ExecuteReader();
        var ranked = new List<RankedDocument>(count);
        while (ranked.Count < count && rows.Read())
        {
            var id = rows.GetString(0);
            if (accepts?.Invoke(id) ?? true)
            {
                ranked.Add(new RankedDocument(id, rows.GetDouble(1)));
            }
        }

        return ranked;
    }

    // A quoted word is an FTS5 string and never an operator.
    private static string AnyWordOf(string query)
    {
        var words = Word.Matches(query.ToLowerInvariant()).Select(word => word.Value).Distinct();
        return string.Join(" OR ", words.Select(word => $"\"{word}\""));
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word { get; }
}
