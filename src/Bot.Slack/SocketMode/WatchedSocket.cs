using System.Net.WebSockets;
using SlackNet;

namespace Bot.Slack.SocketMode;

/// <summary>Makes one connection, with a heartbeat that notices a peer that is gone, and no second one: the library wants one whenever one ends.</summary>
internal sealed class WatchedSocket : IWebSocketFactory
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    // The library owns it, and ends it.
    private volatile Func<WebSocketState>? look;
    private Func<Task>? close;
    private volatile bool isSpent;

    /// <summary>Whether the connection stands.</summary>
    public bool IsOpen => look?.Invoke() == WebSocketState.Open;

    /// <summary>Whether the connection ended, or could not be made, so that the library asked for a second one.</summary>
    public bool IsSpent => isSpent;

    public IWebSocket Create(string uri)
    {
        if (look is not null)
        {
            isSpent = true;
            throw new WebSocketException("One connection is made, and no other.");
        }

        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Heartbeat;
        socket.Options.KeepAliveTimeout = Heartbeat;
        close = () => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        look = () => socket.State;
        return new WebSocketWrapper(socket, uri);
    }

    /// <summary>Tells Slack that nothing more comes over the connection, and waits until it has heard so.</summary>
    /// <param name="sending">Held while something is sent, of which only one may be at a time.</param>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="time">The clock.</param>
    public async Task CloseAsync(SemaphoreSlim sending, TimeSpan timeout, TimeProvider time)
    {
        if (!IsOpen || close is null)
        {
            return;
        }

        await sending.WaitAsync();
        try
        {
            await close();
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // It ended in this moment.
            return;
        }
        finally
        {
            sending.Release();
        }

        for (var start = time.GetTimestamp(); look?.Invoke() == WebSocketState.CloseSent && time.GetElapsedTime(start) < timeout;)
        {
            await Task.Delay(BetweenLooks, time);
        }
    }
}
