namespace Bot.Chat;

/// <summary>A channel on a platform, unique across all adapters.</summary>
/// <param name="Platform">The adapter's <see cref="IChatAdapter.Name"/>: <c>console</c>, <c>discord</c>.</param>
/// <param name="Space">The server or workspace; empty if the platform has none.</param>
/// <param name="Channel">The channel's id on its platform.</param>
/// <param name="Thread">The thread's id; null outside threads.</param>
public readonly record struct ChannelAddress(string Platform, string Space, string Channel, string? Thread = null);
