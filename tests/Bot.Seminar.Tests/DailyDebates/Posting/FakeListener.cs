using Bot.Chat.Posting;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>Brings the messages of channels, or says why not.</summary>
internal sealed class FakeListener : IChannelListener
{
    public string Platform => "test";

    public string? Obstacle { get; set; }

    public string Needs => "I have to be there.";
}
