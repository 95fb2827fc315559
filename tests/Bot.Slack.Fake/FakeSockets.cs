using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Fake;

/// <summary>Socket Mode: returns socket URLs, sends hello, delivers envelopes and receives acknowledgements. Thread-safe.</summary>
public sealed class FakeSockets
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<int, Connection> open = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Connection, JsonObject Envelope)> unanswered = new(StringComparer.Ordinal);
    private int count;
    private int turn;
    private int again;

    /// <summary>The number of open sockets.</summary>
    public int Open => open.Count;

    /// <summary>The number of all sockets so far.</summary>
    public int Ever => count;

    /// <summary>The smallest number of open sockets since this was set.</summary>
    public int Fewest { get; set; } = int.MaxValue;

    /// <summary>The number of envelopes that were delivered again because their socket closed before the acknowledgement.</summary>
    public int Again => again;

    /// <summary>Whether a new socket is closed right after hello, as when an app has too many.</summary>
    public bool EndsAtOnce { get; set; }

    /// <summary>The delay before hello.</summary>
    public TimeSpan GreetsAfter { get; set; }

    /// <summary>Whether new sockets get a hello; one without it is useless.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>A socket's lifetime in the hello, in seconds.</summary>
    public int Lifetime { get; set; } = 18_060;

    /// <summary>Delivers a request over one of the sockets and waits until it is acknowledged.</summary>
    /// <param name="type">The type of the envelope.</param>
    /// <param name="payload">The request.</param>
    /// <returns>The acknowledgement's payload; null if there is none.</returns>
    public async Task<JsonNode?> DeliverAsync(string type, JsonNode? payload)
    {
        var id = Guid.NewGuid().ToString();
        var acknowledged = waiting.GetOrAdd(id, _ => new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously));
        var envelope = new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = type != "events_api",
            ["payload"] = payload?.DeepClone(),
        };
        await SendAsync(id, envelope);
        return await acknowledged.Task.WaitAsync(Timeout);
    }

    /// <summary>Sends a disconnect over every socket, as Slack does before it closes them.</summary>
    public async Task AskToDisconnectAsync(string reason)
    {
        foreach (var connection in open.Values)
        {
            await connection.SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });
        }
    }

    /// <summary>Cuts every socket without a close frame.</summary>
    public void Cut()
    {
        foreach (var connection in open.Values)
        {
            connection.Socket.Abort();
        }
    }

    internal async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var number = Interlocked.Increment(ref count);
        using var connection = new Connection(number, socket);
        try
        {
            if (Greets)
            {
                await Task.Delay(GreetsAfter);
                await connection.SendAsync(new JsonObject
                {
                    ["type"] = "hello",
                    ["num_connections"] = 1,
                    ["connection_info"] = new JsonObject { ["app_id"] = "A0APP" },
                    ["debug_info"] = new JsonObject { ["host"] = "loopback", ["approximate_connection_time"] = Lifetime },
                });
                open[number] = connection;
            }

            if (EndsAtOnce)
            {
                await connection.SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = "too_many_websockets" });
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            }

            await ReceiveAsync(socket, context.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // Either side cut it.
        }
        finally
        {
            open.TryRemove(number, out _);
            Fewest = Math.Min(Fewest, open.Count);
            await DeliverAgainAsync(number);
        }
    }

    // Unacknowledged envelopes of a closed socket are delivered again over another one.
    private async Task DeliverAgainAsync(int connection)
    {
        foreach (var (id, (_, envelope)) in unanswered.Where(sent => sent.Value.Connection == connection).ToList())
        {
            Interlocked.Increment(ref again);
            await SendAsync(id, (JsonObject)envelope.DeepClone());
        }
    }

    private async Task SendAsync(string id, JsonObject envelope)
    {
        var connections = await ConnectionsAsync();
        if (connections.Count > 0)
        {
            var chosen = connections[Interlocked.Increment(ref turn) % connections.Count];
            unanswered[id] = (chosen.Number, envelope);
            await chosen.SendAsync(envelope);
        }
    }

    private async Task<List<Connection>> ConnectionsAsync()
    {
        for (var waited = TimeSpan.Zero; waited < Timeout && open.IsEmpty; waited += TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(20);
        }

        return [.. open.Values];
    }

    private async Task ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024 * 1024];
        while (await socket.ReceiveAsync(buffer, cancellationToken) is { MessageType: WebSocketMessageType.Text } received)
        {
            var acknowledgement = JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count));
            unanswered.TryRemove(acknowledgement?["envelope_id"]?.GetValue<string>() ?? "", out _);
            if (waiting.TryRemove(acknowledgement?["envelope_id"]?.GetValue<string>() ?? "", out var waiter))
            {
                waiter.TrySetResult(acknowledgement?["payload"]?.DeepClone());
            }
        }
    }

    private sealed class Connection(int number, WebSocket socket) : IDisposable
    {
        private readonly SemaphoreSlim sending = new(1);

        public int Number => number;

        public WebSocket Socket => socket;

        public void Dispose() => sending.Dispose();

        public async Task SendAsync(JsonObject message)
        {
            await sending.WaitAsync();
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
            }
            finally
            {
                sending.Release();
            }
        }
    }
}
