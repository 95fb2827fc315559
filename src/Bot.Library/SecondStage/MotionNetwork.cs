using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Library.SecondStage;

/// <summary>
/// A small network that reads a sentence, and predicts whether a class can debate it without the text around it. Each reading needs it once, so it is
/// loaded for the work and released after it.
/// </summary>
/// <param name="options">Whether it is used.</param>
/// <param name="logger">Logs that the network cannot be read.</param>
public sealed partial class MotionNetwork(IOptions<SecondStageOptions> options, ILogger<MotionNetwork> logger)
{
    private static readonly string File = Path.Combine(CrossEncoder.Folder, "motions.onnx.gz");

    /// <summary>Whether it is used.</summary>
    public bool IsEnabled { get; } = options.Value.Enabled;

    /// <summary>Scores sentences independently.</summary>
    /// <param name="sentences">English sentences.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The log odds of each, in order; null if the second stage is off or the network cannot be read.</returns>
    public async Task<double[]?> ScoreAsync(IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (!IsEnabled)
        {
            return null;
        }

        try
        {
            return sentences.Count == 0 ? [] : await Task.Run(() => ReadAsync(sentences, cancellationToken), cancellationToken);
        }
        catch (InvalidDataException unreadable)
        {
            LogUnreadable(unreadable);
            return null;
        }
    }

    private static async Task<double[]> ReadAsync(IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        using var network = new CrossEncoder(File);
        var outputs = await network.JudgeAsync([.. sentences.Select(sentence => ("", sentence))], cancellationToken);
        return [.. outputs.Select(output => (double)output[0])];
    }

    [LoggerMessage(LogLevel.Warning, "The network that reads motions cannot be loaded, so they are chosen without it.")]
    private partial void LogUnreadable(Exception failure);
}
