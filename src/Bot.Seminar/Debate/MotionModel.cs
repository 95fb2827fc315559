using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Seminar.Debate;

/// <summary>
/// The fitted numbers that distinguish debatable claims from facts and fragments. They are in <c>config/retrieval/motions.json</c>, written by
/// <c>tools/training/motions.py</c> and <c>motion_labels.py</c>.
/// </summary>
internal sealed record MotionModel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "config", "retrieval", "motions.json");

    /// <summary>The commands that wrote the file.</summary>
    public string Command { get; init; } = "";

    /// <summary>The sentence model whose vectors it was fitted on.</summary>
    public required string Model { get; init; }

    /// <summary>Its results on sentences that it was not fitted on.</summary>
    public JsonElement Figures { get; init; }

    /// <summary>The weights for sentences that have a vector.</summary>
    public required MotionWeights WithVector { get; init; }

    /// <summary>The weights for sentences that have none.</summary>
    public required MotionWeights WithoutVector { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing or malformed; the message says what to do.</exception>
    public static MotionModel Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<MotionModel>(stream, Json) ?? throw new JsonException("The file is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {unreadable.Message} Build the program again, or restore the file.", unreadable);
        }
    }
}

/// <summary>One logistic regression: how much each feature of a sentence adds to the log odds that a class can debate it.</summary>
internal sealed record MotionWeights
{
    public double Intercept { get; init; }

    /// <summary>The weight of each common word, in lower case.</summary>
    public required IReadOnlyDictionary<string, double> Words { get; init; }

    /// <summary>The same for the first word of the sentence.</summary>
    public required IReadOnlyDictionary<string, double> FirstWord { get; init; }

    /// <summary>The weights of its shape, by the names of <see cref="SentenceShape"/>.</summary>
    public required IReadOnlyDictionary<string, double> Shape { get; init; }

    /// <summary>The weight of each number of its vector; empty for the weights without a vector.</summary>
    public required float[] Vector { get; init; }

    /// <summary>The probability from which a sentence is proposed that the network has not read.</summary>
    public double ProposeAt { get; init; }

    /// <summary>The probability from which the network reads a sentence.</summary>
    public double LikelyAt { get; init; }

    /// <summary>The weights for sentences that the network has read.</summary>
    public required NetworkWeights WithNetwork { get; init; }
}

/// <summary>A logistic regression on the log odds of the sentence alone and of the network.</summary>
/// <param name="Intercept">The log odds that are always added.</param>
/// <param name="Sentence">The weight of the sentence's log odds by <see cref="MotionWeights"/>.</param>
/// <param name="Network">The weight of the network's log odds.</param>
/// <param name="ProposeAt">The probability from which a sentence is proposed.</param>
internal sealed record NetworkWeights(double Intercept, double Sentence, double Network, double ProposeAt);
