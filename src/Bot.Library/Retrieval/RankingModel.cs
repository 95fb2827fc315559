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

    /// <summary>How questions are answered.</summary>
    public required RankingWeights Question { get; init; }

    /// <summary>How claims are countered.</summary>
    public required RankingWeights Claim { get; init; }

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "config", "retrieval", "ranking.json");

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing or not in this form; the message says what to do.</exception>
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
    /// <param name="path">The file; replaced where it exists.</param>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}

/// <summary>The numbers for one kind of query.</summary>
public sealed record RankingWeights
{
    /// <summary>Weights of the first stage, which ranks all sentences; features of the second stage have none here.</summary>
    public required IReadOnlyDictionary<RankingFeature, double> FirstStage { get; init; }

    /// <summary>Weights of the ranking among the candidates that the second stage has read.</summary>
    public required IReadOnlyDictionary<RankingFeature, double> SecondStage { get; init; }

    /// <summary>How many sentences the second stage reads.</summary>
    public int SecondStageSentences { get; init; }

    /// <summary>How many of the best of these it reads again with their window.</summary>
    public int SecondStageWindows { get; init; }

    /// <summary>Weights of the log odds that the first passage is right.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> Confidence { get; init; }

    /// <summary>The same without the second stage.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> FirstStageConfidence { get; init; }

    /// <summary>The same for a search by words alone.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> WordsConfidence { get; init; }

    /// <summary>At and above this confidence the first passage is asserted.</summary>
    public double AssertAt { get; init; }

    /// <summary>Below this confidence nothing is shown as near.</summary>
    public double AbstainBelow { get; init; }
}
