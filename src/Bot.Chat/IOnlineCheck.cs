namespace Bot.Chat;

/// <summary>Asks a platform whether it accepts this program's settings: what <c>check --online</c> runs.</summary>
public interface IOnlineCheck
{
    /// <summary>The platform, as people write its name: <c>Slack</c>.</summary>
    string Platform { get; }

    /// <summary>Asks the platform.</summary>
    /// <returns>What was found, each in whole sentences without a secret; at least one.</returns>
    Task<IReadOnlyList<OnlineFinding>> RunAsync(CancellationToken cancellationToken);
}

/// <summary>Something that a platform said of this program's settings.</summary>
/// <param name="IsGood">Whether it is in order.</param>
/// <param name="Words">What it is, and how to fix it if it is not in order.</param>
public sealed record OnlineFinding(bool IsGood, string Words);
