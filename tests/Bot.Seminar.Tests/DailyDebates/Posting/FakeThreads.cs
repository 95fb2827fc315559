using Bot.Chat;
using Bot.Chat.Posting;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>A test's messages of a thread.</summary>
internal sealed class FakeThreads : IThreadReader
{
    public string Platform => "test";

    public string? Obstacle { get; set; }

    /// <summary>The platform's error instead of the messages.</summary>
    public Func<string>? Fault { get; set; }

    public ChannelAddress? Asked { get; private set; }

    public List<string> Messages { get; } = [];

    public Task<IReadOnlyList<ThreadMessage>> ReadAsync(ChannelAddress channel, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        Asked = channel;
        if (Fault is { } fault)
        {
            throw new ThreadReadException(fault());
        }

        return Task.FromResult<IReadOnlyList<ThreadMessage>>([.. Messages.Select((text, i) => new ThreadMessage($"{i}", new ChatUser($"p{i}"), text, since))]);
    }

    public Task<Uri?> LinkToAsync(ChannelAddress channel, string message, CancellationToken cancellationToken) =>
        Task.FromResult<Uri?>(new Uri($"https://chat.example/{message}"));
}
