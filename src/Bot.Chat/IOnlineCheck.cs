namespace Bot.Chat;

/// <summary>Asks a platform whether it accepts this program's settings: what <c>check --online</c> runs.</summary>
public interface IOnlineCheck
{
    /// <summary>The platform, as people write its name: <c>Slack</c>.</summary>
    string Platform { get; }

    /// <summary>Asks the platform.</summary>
    /// <returns>The results, each in whole sentences without a secret; at least one.</returns>
    Task<IReadOnlyList<OnlineFinding>> RunAsync(CancellationToken cancellationToken);
}

/// <summary>A result of checking this program's settings with a platform.</summary>
/// <param name="IsGood">Whether it is correct.</param>
/// <param name="Words">The result, and how to fix it if it is not correct.</param>
public sealed record OnlineFinding(bool IsGood, string Words);
