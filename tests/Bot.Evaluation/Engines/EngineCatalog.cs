using Bot.Evaluation.Files;

namespace Bot.Evaluation.Engines;

/// <summary>The engines by their names on the command line.</summary>
internal static class EngineCatalog
{
    /// <summary>The name for all engines, in the order of the tables' columns.</summary>
    public const string All = "all";

    /// <summary>The product itself.</summary>
    public const string Ours = "ours";

    /// <summary>All names for the command line.</summary>
    public static IReadOnlyList<string> Names { get; } = [Ours, "lucene", "fts5", "minilm", All];

    /// <summary>The engines of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="settings">The settings of the engines.</param>
    public static IReadOnlyList<EngineChoice> Choose(string name, EngineSettings settings) => name switch
    {
        Ours => [new EngineChoice(name, () => settings.AreClaims ? new StanceEngine(new OursEngine()) : new OursEngine())],
        "lucene" => [new EngineChoice(name, () => new LuceneEngine(settings.K1, settings.B))],
        "fts5" => [new EngineChoice(name, () => new SqliteFts5Engine())],
        "minilm" => [new EngineChoice(name, () => new MiniLmEngine())],
        All => [.. Names.Where(other => other != All).SelectMany(other => Choose(other, settings))],
        _ => throw new EvaluationException($"There is no engine “{name}”; choose one of {string.Join(", ", Names)}."),
    };
}

/// <summary>An engine that is created when needed, so that only one is in memory during a measurement.</summary>
/// <param name="Name">The name in tables and run files: one lower-case word.</param>
/// <param name="Open">Creates the engine.</param>
internal sealed record EngineChoice(string Name, Func<IRankingEngine> Open);

/// <summary>The settings of the engines.</summary>
internal sealed record EngineSettings
{
    /// <summary>Whether queries are claims, and opposing documents are searched.</summary>
    public bool AreClaims { get; init; }

    /// <summary>BM25's k1 of the plain Lucene engine.</summary>
    public float K1 { get; init; } = LuceneEngine.DefaultK1;

    /// <summary>BM25's b of the plain Lucene engine.</summary>
    public float B { get; init; } = LuceneEngine.DefaultB;
}
