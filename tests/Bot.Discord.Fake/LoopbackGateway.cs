using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Discord's gateway: hello, identify, heartbeat, resume, reconnect and invalid session, with faults.</summary>
public sealed class LoopbackGateway(string address) : IDisposable
{
    private const int Dispatched = 0;
    private const int Heartbeat = 1;
    private const int Identify = 2;
    private const int Resume = 6;
    private const int Reconnect = 7;
    private const int InvalidSession = 9;
    private const int Hello = 10;
    private const int Acknowledged = 11;
    private const int WrongToken = 4004;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly List<(int Sequence, string Frame)> sent = [];
    private readonly ConcurrentDictionary<string, string> pressed = [];
    private WebSocket? current;
    private string? session;
    private int sequence;

    /// <summary>Its address.</summary>
    public string Address { get; } = $"{address}?v=10&encoding=json";

    /// <summary>The number of identifies.</summary>
    public int Identifies { get; private set; }

    /// <summary>The number of resumes.</summary>
    public int Resumes { get; private set; }

    /// <summary>The number of heartbeats.</summary>
    public int Heartbeats { get; private set; }

    /// <summary>The last identify payload.</summary>
    public JsonNode? LastIdentify { get; private set; }

    /// <summary>The close code for the next identify; 0 for none.</summary>
    public int RefuseWith { get; set; }

    /// <summary>Whether each session ends right after its start, as when Discord has a problem.</summary>
    public bool EndsSessions { get; set; }

    /// <summary>The remaining session starts of today.</summary>
    public int SessionsLeft { get; set; } = 1000;

    /// <summary>Whether a client is connected and identified.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The heartbeat interval.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(41);

    /// <summary>Whether heartbeats are acknowledged.</summary>
    public bool AnswersHeartbeats { get; set; } = true;

    /// <summary>Sends an event, or stores it until the connection is resumed.</summary>
    public Task DispatchAsync(string name, JsonNode data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if ((string?)data["token"] is { } token && (string?)data["message"]?["id"] is { } message)
        {
            pressed[token] = message;
        }

        return DispatchAsync(name, data.ToJsonString());
    }

    /// <summary>Sends an event with any JSON.</summary>
    public async Task DispatchAsync(string name, string json)
    {
        string frame;
        WebSocket? socket;
        lock (gate)
        {
            sequence++;
            frame = $$"""{"op":{{Dispatched}},"t":"{{name}}","s":{{sequence}},"d":{{json}}}""";
            sent.Add((sequence, frame));
            socket = IsReady ? current : null;
        }

        if (socket is not null)
        {
            await SendAsync(socket, frame);
        }
    }

    /// <summary>The message whose button an interaction pressed, by the interaction's token; null if there is none.</summary>
    public string? PressedBy(string token) => pressed.GetValueOrDefault(token);

    /// <summary>Drops the connection without a close frame.</summary>
    public void Drop()
    {
        IsReady = false;
        if (current is { State: WebSocketState.Open } socket)
        {
            socket.Abort();
        }
    }

    /// <summary>Closes the connection with a code.</summary>
    public async Task CloseAsync(int code)
    {
        IsReady = false;
        if (current is { } socket)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, "closed", CancellationToken.None);
        }
    }

    /// <summary>Asks the client to reconnect.</summary>
    public async Task AskToReconnectAsync()
    {
        IsReady = false;
        await SendAsync(current!, new JsonObject { ["op"] = Reconnect, ["d"] = null }.ToJsonString());
    }

    /// <summary>Forgets the session, so that it cannot be resumed.</summary>
    public void Forget() => session = null;

    public void Dispose() => sending.Dispose();

    internal async Task ServeAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        current = socket;
        try
        {
            await SendAsync(socket, new JsonObject { ["op"] = Hello, ["d"] = new JsonObject { ["heartbeat_interval"] = (int)HeartbeatInterval.TotalMilliseconds } }.ToJsonString());
            while (await ReceiveAsync(socket, cancellationToken) is { } frame)
            {
                await AnswerAsync(socket, frame);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone, or was dropped.
        }
    }

    private async Task AnswerAsync(WebSocket socket, JsonNode frame)
    {
        switch ((int?)frame["op"])
        {
            case Heartbeat:
                Heartbeats++;
                if (AnswersHeartbeats)
                {
                    await SendAsync(socket, new JsonObject { ["op"] = Acknowledged }.ToJsonString());
                }

                break;
            case Identify:
                await BeginAsync(socket, frame["d"]);
                break;
            case Resume:
                await TakeUpAsync(socket, frame["d"]);
                break;
            default:
                break;
        }
    }

    private async Task BeginAsync(WebSocket socket, JsonNode? asked)
    {
        Identifies++;
        SessionsLeft--;
        LastIdentify = asked;
        var code = RefuseWith != 0 ? RefuseWith : ((string?)asked?["token"])?.Replace("Bot ", "", StringComparison.Ordinal) == LoopbackDiscord.Token ? 0 : WrongToken;
        if (code != 0)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, "refused", CancellationToken.None);
            return;
        }

        if (EndsSessions)
        {
            await SendAsync(socket, new JsonObject { ["op"] = InvalidSession, ["d"] = false }.ToJsonString());
            return;
        }

        string ready;
        lock (gate)
        {
            session = Guid.NewGuid().ToString("N");
            sent.Clear();
            sequence = 1;
            ready = new JsonObject
            {
                ["op"] = Dispatched,
                ["t"] = "READY",
                ["s"] = sequence,
                ["d"] = new JsonObject
                {
                    ["v"] = 10,
                    ["user"] = new JsonObject { ["id"] = LoopbackDiscord.BotId, ["username"] = "seminar", ["discriminator"] = "0", ["bot"] = true },
                    ["guilds"] = new JsonArray(),
                    ["private_channels"] = new JsonArray(),
                    ["relationships"] = new JsonArray(),
                    ["session_id"] = session,
                    ["resume_gateway_url"] = address,
                    ["application"] = new JsonObject { ["id"] = LoopbackDiscord.BotId, ["flags"] = 0 },
                },
            }.ToJsonString();
        }

        await SendAsync(socket, ready);
        IsReady = true;
    }

    private async Task TakeUpAsync(WebSocket socket, JsonNode? asked)
    {
        Resumes++;
        if (session is null || (string?)asked?["session_id"] != session)
        {
            await SendAsync(socket, new JsonObject { ["op"] = InvalidSession, ["d"] = false }.ToJsonString());
            return;
        }

        List<string> missed;
        lock (gate)
        {
            missed = [.. sent.Where(frame => frame.Sequence > ((int?)asked?["seq"] ?? 0)).Select(frame => frame.Frame)];
            IsReady = true;
        }

        foreach (var frame in missed)
        {
            await SendAsync(socket, frame);
        }

        await SendAsync(socket, new JsonObject { ["op"] = Dispatched, ["t"] = "RESUMED", ["s"] = sequence, ["d"] = new JsonObject() }.ToJsonString());
    }

    private async Task SendAsync(WebSocket socket, string frame)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or IOException)
        {
            // The client will resume.
        }
        finally
        {
            sending.Release();
        }
    }

    private static async Task<JsonNode?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        using var frame = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                frame.Position = 0;
                return await JsonSerializer.DeserializeAsync<JsonNode>(frame, cancellationToken: cancellationToken);
            }
        }
    }
}
