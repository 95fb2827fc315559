namespace Bot.Chat.Delivery;

/// <summary>The limits of a <see cref="CommandBacklog"/>.</summary>
/// <param name="Waiting">How many commands may wait, from 1.</param>
/// <param name="Workers">How many run at a time, from 1.</param>
/// <param name="DrainTimeout">How long work continues after the service was told to stop.</param>
public sealed record BacklogLimits(int Waiting, int Workers, TimeSpan DrainTimeout)
{
    /// <summary>How many commands of one member may wait.</summary>
    public int WaitingOfOne { get; init; } = 30;

    /// <summary>How many commands of one member run at a time.</summary>
    public int WorkersForOne { get; init; } = 2;
}
