using System.Globalization;
using System.Text.Json;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Files;

namespace Bot.Evaluation.Beir;

/// <summary>
/// A test collection in BEIR's form: <c>corpus.jsonl</c>, <c>queries.jsonl</c>, <c>qrels/SPLIT.tsv</c>; and, for counterarguments, <c>sides/SPLIT.tsv</c>,
/// which lists the arguments on a query's own side. The corpus is read each time, and not kept in memory.
/// </summary>
internal sealed class BeirFolder
{
    private readonly string folder;
    private readonly Dictionary<string, string> texts;

    private BeirFolder(string folder, Dictionary<string, string> texts)
    {
        this.folder = folder;
        this.texts = texts;
    }

    /// <summary>The folder's own name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>The queries of the split, in file order; each has at least one relevant document.</summary>
    public required IReadOnlyList<BeirQuery> Queries { get; init; }

    /// <summary>Whether the split lists the documents on a query's own side.</summary>
    public required bool HasSides { get; init; }

    /// <summary>Opens one split of a collection.</summary>
    /// <exception cref="EvaluationException">A file is missing or malformed; the message names the file and line.</exception>
    public static BeirFolder Open(string folder, string split)
    {
        InputFile.RequireFolder(folder);
        var qrels = ReadJudgements(SplitFile(folder, "qrels", split));
        var sidesPath = Path.Combine(folder, "sides", $"{split}.tsv");
        var sides = File.Exists(sidesPath) ? ReadJudgements(sidesPath) : [];
        var texts = ReadQueries(Path.Combine(folder, "queries.jsonl"));
        if (qrels.Keys.FirstOrDefault(id => !texts.ContainsKey(id)) is { } unknown)
        {
            throw new EvaluationException(
                $"{folder}: split {split} judges query “{unknown}”, which is missing in queries.jsonl.");
        }

        return new BeirFolder(folder, texts)
        {
            HasSides = sides.Count > 0,
            Queries = [.. texts
                .Where(query => qrels.TryGetValue(query.Key, out var grades) && grades.Values.Any(grade => grade > 0))
                .Select(query => new BeirQuery(query.Key, query.Value, qrels[query.Key], Supporters(sides, query.Key)))],
        };
    }

    /// <summary>Streams the corpus.</summary>
    /// <param name="selves"> Receives the ids of documents that are also queries: same id and same text, as in ArguAna. In other collections the ids are
    /// unrelated, even if they look alike.
    /// </param>
    public IEnumerable<CorpusDocument> ReadCorpus(ISet<string> selves)
    {
        foreach (var document in JsonLines.Read(Path.Combine(folder, "corpus.jsonl"), ReadDocument))
        {
            if (texts.TryGetValue(document.Id, out var text) && text.Trim() == document.Text.Trim())
            {
                selves.Add(document.Id);
            }

            yield return document;
        }
    }

    private static string SplitFile(string folder, string kind, string split)
    {
        var path = Path.Combine(folder, kind, $"{split}.tsv");
        if (File.Exists(path))
        {
            return path;
        }

        var there = Directory.Exists(Path.Combine(folder, kind))
            ? Directory.GetFiles(Path.Combine(folder, kind), "*.tsv").Select(Path.GetFileNameWithoutExtension).Order().ToList()
            : [];
        throw new EvaluationException(there.Count == 0
            ? $"{folder} is not a BEIR folder: it has no {kind}/{split}.tsv."
            : $"{folder} has no split “{split}”; choose one of {string.Join(", ", there)}.");
    }

    private static HashSet<string> Supporters(Dictionary<string, Dictionary<string, int>> sides, string query) =>
        sides.TryGetValue(query, out var side) ? [.. side.Where(entry => entry.Value > 0).Select(entry => entry.Key)] : [];

    private static CorpusDocument ReadDocument(JsonElement json)
    {
        var text = json.OptionalText("text") ?? "";
        if (text.Length == 0)
        {
            text = string.Join(' ', json.Texts("sentences"));
        }

        return new CorpusDocument(json.Text("_id"), json.OptionalText("title") ?? "", text);
    }

    private static Dictionary<string, string> ReadQueries(string path)
    {
        var queries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in JsonLines.Read(path, json => (json.Text("_id"), json.Text("text"))))
        {
            if (!queries.TryAdd(id, text))
            {
                throw new EvaluationException($"{path} has query “{id}” twice.");
            }
        }

        return queries;
    }

    private static Dictionary<string, Dictionary<string, int>> ReadJudgements(string path)
    {
        var judgements = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in InputFile.Lines(path))
        {
            number++;
            var cells = line.Split('\t');
            if ((number == 1 && cells[0] == "query-id") || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (cells.Length != 3
                || !int.TryParse(cells[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
            {
                throw EvaluationException.AtLine(path, number, "it is not a query id, a document id and a whole number");
            }

            if (!judgements.TryGetValue(cells[0], out var grades))
            {
                judgements[cells[0]] = grades = new Dictionary<string, int>(StringComparer.Ordinal);
            }

            grades[cells[1]] = grade;
        }

        return judgements;
    }
}

/// <summary>A judged query.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Text">A question, a claim or a whole argument.</param>
/// <param name="Grades">The judged documents; 1 or more is relevant, higher is better.</param>
/// <param name="Supporters">Documents on the query's own side; empty if the collection has none.</param>
internal sealed record BeirQuery(
    string Id, string Text, IReadOnlyDictionary<string, int> Grades, IReadOnlySet<string> Supporters);
