using Bot.Evaluation.Files;

namespace Bot.Evaluation.Engines;

/// <summary>The engines by the names that the command line takes.</summary>
internal static class EngineCatalog
{
    /// <summary>The name that stands for all of them, in the order of the tables' columns.</summary>
    public const string All = "all";

    /// <summary>The product itself.</summary>
    public const string Ours = "ours";

    /// <summary>Every name that the command line takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Ours, "lucene", "fts5", "minilm", All];

    /// <summary>The engines that a name stands for.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="settings">What the engines differ in.</param>
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

/// <summary>An engine that is made only when its turn comes, so that each is measured while no other is in memory.</summary>
/// <param name="Name">The name in tables and run files: one lower-case word.</param>
/// <param name="Open">Makes the engine.</param>
internal sealed record EngineChoice(string Name, Func<IRankingEngine> Open);

/// <summary>What the engines differ in.</summary>
internal sealed record EngineSettings
{
    /// <summary>Whether queries are claims and what opposes them is looked for.</summary>
    public bool AreClaims { get; init; }

    /// <summary>BM25's k1 of the plain Lucene engine.</summary>
    public float K1 { get; init; } = LuceneEngine.DefaultK1;

    /// <summary>BM25's b of the plain Lucene engine.</summary>
    public float B { get; init; } = LuceneEngine.DefaultB;
}
