using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Chat;
using Bot.Slack.Requests;
using Bot.Slack.WebApi;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.SocketMode;

namespace Bot.Slack.SocketMode;

/// <summary>
/// One socket to Slack, kept open. SlackNet carries it; when it has to be made anew is decided here, for the library can lose it and not
/// know.
/// </summary>
internal sealed partial class SocketLine(
    Func<IWebSocketFactory, ICoreSocketModeClient> open, double share, SlackInbox inbox, TimeProvider time, ILogger<SocketLine> logger) : IDisposable
{
    private const int MostAtOnce = 64;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(10);

    private readonly SocketState state = new(time, share);
    private readonly SemaphoreSlim sending = new(1);

    /// <summary>Whether requests come over it.</summary>
    public bool IsOpen => state.IsOpen;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                LogRenewed(await ServeAsync(cancellationToken));
            }
            catch (SlackException refused)
            {
                if (SlackErrors.IsFinal(refused.ErrorCode))
                {
                    throw new AdapterStoppedException($"Slack opens no socket. {SlackErrors.Explain("apps.connections.open", refused.ErrorCode, "connections:write")}");
                }

                LogRefused(refused.ErrorCode);
                await Task.Delay(AfterRefusal, time, cancellationToken);
            }
        }
    }

    public void Dispose() => sending.Dispose();

    // Serves one socket until another is due, and says why.
    private async Task<string> ServeAsync(CancellationToken cancellationToken)
    {
        state.Starting();
        var sockets = new WatchedSockets(state);
        var arrivals = System.Threading.Channels.Channel.CreateUnbounded<(SocketEnvelope Envelope, int Socket)>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var client = open(sockets);
        using var hearing = client.RawSocketMessages.Subscribe(message => Hear(message, arrivals.Writer));
        var answering = Parallel.ForEachAsync(
            arrivals.Reader.ReadAllAsync(CancellationToken.None),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce },
            async (arrival, _) => await AnswerAsync(client, arrival.Envelope, arrival.Socket, cancellationToken));
        try
        {
            var connecting = client.Connect(new SocketModeConnectionOptions { NumberOfConnections = 1 }, end.Token);
            while (true)
            {
                if (connecting.IsFaulted)
                {
                    await connecting;
                }

                if (state.LookForTrouble(sockets.State) is { } trouble)
                {
                    return trouble;
                }

                await Task.Delay(BetweenLooks, time, cancellationToken);
            }
        }
        finally
        {
            // What came is acknowledged before the socket goes.
            arrivals.Writer.TryComplete();
            await answering;
            await end.CancelAsync();
            Close(client);
        }
    }

    private static void Close(ICoreSocketModeClient client)
    {
        try
        {
            client.Dispose();
        }
        catch (ObjectDisposedException)
        {
            // Where Slack ended the connection for good, the library has let go of it and does not bear being told so again.
        }
    }

    private void Hear(RawSocketMessage message, ChannelWriter<(SocketEnvelope Envelope, int Socket)> arrivals)
    {
        if (SocketEnvelope.Read(message.Message) is { } envelope)
        {
            state.Heard(envelope);
            arrivals.TryWrite((envelope, message.SocketId));
        }
    }

    private async Task AnswerAsync(ICoreSocketModeClient client, SocketEnvelope envelope, int socket, CancellationToken cancellationToken)
    {
        if (envelope.Id is not { } id)
        {
            return;
        }

        try
        {
            var answer = envelope.Request is { } request ? await inbox.TakeAsync(request, cancellationToken) : null;
            await AcknowledgeAsync(client, socket, id, answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Slack delivers it again, to another process.
        }
#pragma warning disable CA1031 // The edge: one request must not end the socket that the others come over.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
    }

    private async Task AcknowledgeAsync(ICoreSocketModeClient client, int socket, string id, JsonObject? answer)
    {
        // A socket takes one message at a time.
        await sending.WaitAsync();
        try
        {
            await client.Send(socket, answer is null
                ? new Acknowledgement { EnvelopeId = id }
                : new Acknowledgement<JRaw> { EnvelopeId = id, Payload = new JRaw(answer.ToJsonString()) });
        }
        finally
        {
            sending.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "A socket to Slack is made anew: {Why}.")]
    private partial void LogRenewed(string why);

    [LoggerMessage(LogLevel.Warning, "Slack opens no socket at the moment: {Error}.")]
    private partial void LogRefused(string error);

    [LoggerMessage(LogLevel.Error, "A request over a socket could not be taken.")]
    private partial void LogFault(Exception fault);
}
