using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Fake;

/// <summary>Socket Mode: hands out addresses of sockets, greets, delivers envelopes and takes their acknowledgements. Safe for many threads.</summary>
public sealed class FakeSockets
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<int, Connection> open = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> waiting = new(StringComparer.Ordinal);
    private int count;
    private int turn;

    /// <summary>How many sockets are open.</summary>
    public int Open => open.Count;

    /// <summary>How many were ever opened.</summary>
    public int Ever => count;

    /// <summary>Whether new sockets are greeted; one that is not is of no use.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>How long Slack says that a socket lives, in seconds.</summary>
    public int Lifetime { get; set; } = 18_060;

    /// <summary>Delivers a request over one of the sockets and waits until it is acknowledged.</summary>
    /// <param name="type">The type of the envelope.</param>
    /// <param name="payload">The request.</param>
    /// <returns>What the acknowledgement carries; null for nothing.</returns>
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
        var connections = await ConnectionsAsync();
        await connections[Interlocked.Increment(ref turn) % connections.Count].SendAsync(envelope);
        return await acknowledged.Task.WaitAsync(Patience);
    }

    /// <summary>Tells every socket that it ends, as Slack does before it closes them.</summary>
    public async Task AskToDisconnectAsync(string reason)
    {
        foreach (var connection in open.Values)
        {
            await connection.SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });
        }
    }

    /// <summary>Cuts every socket without a word.</summary>
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
        using var connection = new Connection(socket);
        var number = Interlocked.Increment(ref count);
        try
        {
            if (Greets)
            {
                await connection.SendAsync(new JsonObject
                {
                    ["type"] = "hello",
                    ["num_connections"] = 1,
                    ["connection_info"] = new JsonObject { ["app_id"] = "A0APP" },
                    ["debug_info"] = new JsonObject { ["host"] = "loopback", ["approximate_connection_time"] = Lifetime },
                });
                open[number] = connection;
            }

            await ReceiveAsync(socket, context.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // It was cut, by either side.
        }
        finally
        {
            open.TryRemove(number, out _);
        }
    }

    private async Task<List<Connection>> ConnectionsAsync()
    {
        for (var waited = TimeSpan.Zero; waited < Patience && open.IsEmpty; waited += TimeSpan.FromMilliseconds(20))
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
            if (waiting.TryRemove(acknowledgement?["envelope_id"]?.GetValue<string>() ?? "", out var waiter))
            {
                waiter.TrySetResult(acknowledgement?["payload"]?.DeepClone());
            }
        }
    }

    private sealed class Connection(WebSocket socket) : IDisposable
    {
        private readonly SemaphoreSlim sending = new(1);

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
