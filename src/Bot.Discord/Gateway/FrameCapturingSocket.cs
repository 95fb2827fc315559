using System.Text.Json;
using Discord.Net;
using Discord.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>
/// Wraps the library's socket and reads its frames. Requests uncompressed frames, so that they arrive as text, even if the library adds compression to the
/// resume address.
/// </summary>
/// <param name="socket">The socket that carries the connection.</param>
/// <param name="events">Receives the events that the bot handles.</param>
/// <param name="budget">Decides whether a session may be started. The library starts one whenever it has none.</param>
/// <param name="closed">Called when the connection ends, with Discord's close code if there is one.</param>
internal sealed class FrameCapturingSocket(IWebSocketClient socket, GatewayEvents events, IdentifyBudget budget, Action<int?> closed) : IWebSocketClient
{
    private const int Identify = 2;

    /// <inheritdoc />
    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => socket.BinaryMessage += value;
        remove => socket.BinaryMessage -= value;
    }

    /// <inheritdoc />
    public event Func<string, Task> TextMessage
    {
        add => socket.TextMessage += frame => value(events.Pass(frame));
        remove => throw new NotSupportedException("The library never removes a handler.");
    }

    /// <inheritdoc />
    public event Func<Exception, Task> Closed
    {
        add => socket.Closed += fault =>
        {
            closed((fault as WebSocketClosedException)?.CloseCode);
            return value(fault);
        };
        remove => throw new NotSupportedException("The library never removes a handler.");
    }

    /// <inheritdoc />
    public void SetHeader(string key, string value) => socket.SetHeader(key, value);

    /// <inheritdoc />
    public void SetCancelToken(CancellationToken cancelToken) => socket.SetCancelToken(cancelToken);

    /// <inheritdoc />
    public Task ConnectAsync(string host) => socket.ConnectAsync(host.Replace("&compress=zlib-stream", "", StringComparison.Ordinal));

    /// <inheritdoc />
    public Task DisconnectAsync(int closeCode = 1000) => socket.DisconnectAsync(closeCode);

    /// <inheritdoc />
    public Task SendAsync(byte[] data, int index, int count, bool isText) => IsIdentify(data.AsMemory(index, count)) && !budget.TryTake()
        ? Task.FromException(new IOException("No session may be begun yet."))
        : socket.SendAsync(data, index, count, isText);

    /// <inheritdoc />
    public void Dispose() => socket.Dispose();

    private static bool IsIdentify(ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        return json.RootElement.At("op").Number() == Identify;
    }
}
