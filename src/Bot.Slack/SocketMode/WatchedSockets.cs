using System.Net.WebSockets;
using SlackNet;

namespace Bot.Slack.SocketMode;

/// <summary>Makes the connections of one line, with a heartbeat that notices a peer that is gone, and knows the latest of them.</summary>
/// <param name="watch">Told of each, for the library makes some of its own accord.</param>
internal sealed class WatchedSockets(SocketState watch) : IWebSocketFactory
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    // The library makes and ends the sockets; only a look at the latest is kept.
    private volatile Func<WebSocketState>? look;

    /// <summary>The state of the latest connection; null where there is none.</summary>
    public WebSocketState? State => look?.Invoke();

    public IWebSocket Create(string uri)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Heartbeat;
        socket.Options.KeepAliveTimeout = Heartbeat;
        watch.Starting();
        look = () => socket.State;
        return new WebSocketWrapper(socket, uri);
    }
}
