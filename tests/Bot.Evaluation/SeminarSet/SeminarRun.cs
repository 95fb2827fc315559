using Bot.Evaluation.Gold;
using Bot.Evaluation.Product;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.SeminarSet;

/// <summary>
/// Asks the set in four ways: each text alone on the shelf; all together; all together with the option <c>reading</c>; and of other texts than its own.
/// </summary>
/// <param name="folder">The set.</param>
/// <param name="alone">An index over each text.</param>
/// <param name="together">An index over all.</param>
internal sealed class SeminarRun(SeminarFolder folder, IReadOnlyDictionary<Reading, RetrievalIndex> alone, RetrievalIndex together)
{
    /// <summary>A text's questions are also asked of the texts that are so many places further on in the set, which are about something else.</summary>
    public static IReadOnlyList<int> OtherTexts { get; } = [2, 5];

    public SeminarFolder Folder => folder;

    /// <summary>The index over one text alone.</summary>
    public RetrievalIndex Alone(Reading text) => alone[text];

    /// <summary>Indexes the set.</summary>
    public static async Task<SeminarRun> OpenAsync(SeminarFolder folder, CancellationToken cancellationToken)
    {
        var alone = new Dictionary<Reading, RetrievalIndex>(ReferenceEqualityComparer.Instance);
        foreach (var text in folder.Texts)
        {
            alone[text] = await EmbeddedIndex.BuildAsync([text], cancellationToken);
        }

        return new SeminarRun(folder, alone, await EmbeddedIndex.BuildAsync(folder.Texts, cancellationToken));
    }

    /// <summary>Asks the questions on a text in all ways.</summary>
    /// <param name="text">The text.</param>
    /// <param name="model">The weights.</param>
    /// <param name="ablation">The parts that are left out.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public async Task<SeminarOutcomes> AskAsync(Reading text, RankingModel model, Ablation ablation, CancellationToken cancellationToken)
    {
        var weights = ablation.Without(model);
        var secondStage = ablation.UsesSecondStage ? ProductModels.KeptSecondStage : new NoSecondStage();
        var single = new SeminarUnderTest([text], alone[text], weights, secondStage);
        var shelf = new SeminarUnderTest(folder.Texts, together, weights, secondStage);
        var others = OtherTexts.Select(step => folder.Texts[(folder.Texts.Index().First(item => item.Item == text).Index + step) % folder.Texts.Count]).ToList();
        var elsewhere = others.ConvertAll(other => new SeminarUnderTest([other], alone[other], weights, secondStage));
        var outcomes = new SeminarOutcomes([], [], [], []);
        foreach (var question in folder.On(text))
        {
            outcomes.Alone.Add(await GoldRun.AskAsync(single, question, reading: null, cancellationToken));
            outcomes.Together.Add(await GoldRun.AskAsync(shelf, question, reading: null, cancellationToken));
            outcomes.Named.Add(await GoldRun.AskAsync(shelf, question, text.Id, cancellationToken));
            foreach (var other in elsewhere)
            {
                outcomes.Elsewhere.Add(await GoldRun.AskAsync(other, question, reading: null, cancellationToken));
            }
        }

        return outcomes;
    }
}

/// <summary>Outcomes of the same questions in several ways.</summary>
/// <param name="Alone">Each text alone on the shelf.</param>
/// <param name="Together">All on one shelf.</param>
/// <param name="Named">All on one shelf, and the command names the reading.</param>
/// <param name="Elsewhere">Each asked of two other texts alone, which are about something else.</param>
internal sealed record SeminarOutcomes(List<GoldOutcome> Alone, List<GoldOutcome> Together, List<GoldOutcome> Named, List<GoldOutcome> Elsewhere)
{
    /// <summary>Merges the outcomes of several texts.</summary>
    public static SeminarOutcomes Of(IReadOnlyCollection<SeminarOutcomes> parts) => new(
        [.. parts.SelectMany(part => part.Alone)], [.. parts.SelectMany(part => part.Together)], [.. parts.SelectMany(part => part.Named)],
        [.. parts.SelectMany(part => part.Elsewhere)]);
}
