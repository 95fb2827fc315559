using System.Net.WebSockets;
using SlackNet;

namespace Bot.Slack.SocketMode;

/// <summary>Makes one connection, with a heartbeat that detects a lost peer. It refuses a second one, which the library requests whenever one ends.</summary>
internal sealed class WatchedSocket : IWebSocketFactory
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    // The library owns and disposes it.
    private volatile Func<WebSocketState>? look;
    private Func<Task>? close;
    private volatile bool isSpent;

    /// <summary>Whether the connection is open.</summary>
    public bool IsOpen => look?.Invoke() == WebSocketState.Open;

    /// <summary>Whether the connection ended, or could not be opened, so that the library requested a second one.</summary>
    public bool IsSpent => isSpent;

    public IWebSocket Create(string uri)
    {
        if (look is not null)
        {
            isSpent = true;
            throw new WebSocketException("Only one connection is made.");
        }

        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Heartbeat;
        socket.Options.KeepAliveTimeout = Heartbeat;
        close = () => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        look = () => socket.State;
        return new WebSocketWrapper(socket, uri);
    }

    /// <summary>Closes the connection and waits for Slack's close frame.</summary>
    /// <param name="sending">The lock for sending, because only one message can be sent at a time.</param>
    /// <param name="timeout">The maximum wait.</param>
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
            // It closed at this moment.
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
