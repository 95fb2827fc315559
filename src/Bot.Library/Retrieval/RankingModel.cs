using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Library.Retrieval;

/// <summary>
/// The weights that rank passages and compute the confidence. They are in <c>config/retrieval/ranking.json</c>, written by
/// <c>Bot.Evaluation fit</c>; nothing in the code adds to them.
/// </summary>
public sealed record RankingModel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The command that wrote the file.</summary>
    public string Command { get; init; } = "";

    /// <summary>The weights for questions.</summary>
    public required RankingWeights Question { get; init; }

    /// <summary>The weights for claims.</summary>
    public required RankingWeights Claim { get; init; }

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "config", "retrieval", "ranking.json");

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing or malformed; the message says what to do.</exception>
    public static RankingModel Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<RankingModel>(stream, Json) ?? throw new JsonException("The file is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {unreadable.Message} Build the program again, or restore the file.", unreadable);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}

/// <summary>The numbers for one kind of query.</summary>
public sealed record RankingWeights
{
    /// <summary>Weights of the first stage, which ranks all sentences; without features of the second stage.</summary>
    public required IReadOnlyDictionary<RankingFeature, double> FirstStage { get; init; }

    /// <summary>Weights of the ranking among the candidates that the second stage has read.</summary>
    public required IReadOnlyDictionary<RankingFeature, double> SecondStage { get; init; }

    /// <summary>The number of sentences that the second stage reads.</summary>
    public int SecondStageSentences { get; init; }

    /// <summary>The number of the best of these that it reads again with their window.</summary>
    public int SecondStageWindows { get; init; }

    /// <summary>Weights of the log odds that the first passage is right.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> Confidence { get; init; }

    /// <summary>The same without the second stage.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> FirstStageConfidence { get; init; }

    /// <summary>The same for a search by words only.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> WordsConfidence { get; init; }

    /// <summary>Weights of the log odds that the readings are about the subject of the query at all; used with the second stage and vectors.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> OnSubject { get; init; }

    /// <summary>The probability of <see cref="OnSubject"/> below which no passages are shown.</summary>
    public double OnSubjectFrom { get; init; }

    /// <summary>The probability of <see cref="OnSubject"/> below which a result is unsure, however high its confidence is.</summary>
    public double SureSubjectFrom { get; init; }

    /// <summary>The confidence from which the first passage is given as an answer.</summary>
    public double AssertAt { get; init; }

    /// <summary>The confidence below which no passages are shown.</summary>
    public double AbstainBelow { get; init; }

    /// <summary>How sure a result is.</summary>
    /// <param name="confidence">Its confidence.</param>
    /// <param name="onSubject">The probability of <see cref="OnSubject"/>; null if it was not computed.</param>
    public Certainty CertaintyOf(double confidence, double? onSubject = null) =>
        onSubject < OnSubjectFrom || confidence < AbstainBelow ? Certainty.None
        : onSubject < SureSubjectFrom || confidence < AssertAt ? Certainty.Unsure
        : Certainty.Sure;
}
