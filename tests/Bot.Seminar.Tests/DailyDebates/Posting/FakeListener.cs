using Bot.Chat.Posting;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>Says that it receives channel messages, or why not.</summary>
internal sealed class FakeListener : IChannelListener
{
    public string Platform => "test";

    public string? Obstacle { get; set; }

    public string Needs => "I have to be there.";
}
