using System.Text.Json.Nodes;
using Bot.Slack.Requests;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.SocketMode;

namespace Bot.Slack.SocketMode;

/// <summary>
/// One socket to Slack, from its opening to its end. SlackNet carries it, but must not open another one by itself: when and how often that
/// is done is decided by the <see cref="SocketLine"/>, which still hears over this socket while the next one is being opened.
/// </summary>
internal sealed partial class SlackSocket : IAsyncDisposable
{
    private const int MaxAtOnce = 64;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxGoodbye = TimeSpan.FromSeconds(3);

    private readonly SlackInbox inbox;
    private readonly SocketState state;
    private readonly TimeProvider time;
    private readonly ILogger<SlackSocket> logger;
    private readonly WatchedSocket connection = new();
    private readonly ICoreSocketModeClient client;
    private readonly IDisposable hearing;
    private readonly CancellationTokenSource end = new();
    private readonly SemaphoreSlim places = new(MaxAtOnce);
    private readonly SemaphoreSlim sending = new(1);
    private readonly Lock gate = new();
    private readonly HashSet<Task> answering = [];

    public SlackSocket(Func<IWebSocketFactory, ICoreSocketModeClient> open, double share, SlackInbox inbox, TimeProvider time, ILogger<SlackSocket> logger)
    {
        (this.inbox, this.time, this.logger) = (inbox, time, logger);
        state = new SocketState(time, share);
        client = open(connection);
        hearing = client.RawSocketMessages.Subscribe(Hear);
    }

    /// <summary>Whether requests come over it.</summary>
    public bool IsOpen => state.IsGreeted && connection.IsOpen;

    /// <summary>How long ago it was made.</summary>
    public TimeSpan Age => state.Age;

    /// <summary>Opens it.</summary>
    /// <returns>Null once Slack has greeted over it; else why it is of no use, in a few words.</returns>
    /// <exception cref="SlackException">Slack opens none.</exception>
    public async Task<string?> OpenAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(end.Cancel);
        var connecting = client.Connect(new SocketModeConnectionOptions { NumberOfConnections = 1 }, end.Token);
        while (!state.IsGreeted)
        {
            // A time-out of the library's question for an address cancels its task, and it does not ask again.
            if (connecting is { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                cancellationToken.ThrowIfCancellationRequested();
                return connecting.Exception?.InnerException is SlackException refused ? throw refused
                    : connecting.IsCanceled ? "Slack did not answer in time when it was asked for one"
                    : "Slack could not be asked for one";
            }

            if (Look() is { } trouble)
            {
                return trouble;
            }

            await Task.WhenAny(state.Greeted, Task.Delay(BetweenLooks, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return null;
    }

    /// <summary>Watches over it until another one is due.</summary>
    /// <returns>Why, in a few words.</returns>
    public async Task<string> WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Look() is { } trouble)
            {
                return trouble;
            }

            await Task.WhenAny(state.Ending, Task.Delay(BetweenLooks, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Acknowledges what came, closes the socket, and takes what was still on its way.</summary>
    public async ValueTask DisposeAsync()
    {
        await AnsweredAsync();
        await connection.CloseAsync(sending, MaxGoodbye, time);
        await AnsweredAsync();
        await end.CancelAsync();
        await EndClientAsync().WaitAsync(MaxGoodbye, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        hearing.Dispose();
        await AnsweredAsync();
        end.Dispose();
        places.Dispose();
        sending.Dispose();
    }

    // What the library throws while it ends, at once or later, concerns nobody any more; the next socket is open already.
    private async Task EndClientAsync() => await client.DisposeAsync();

    private string? Look() => state.FindProblem(connection.IsOpen, connection.IsSpent);

    private async Task AnsweredAsync()
    {
        while (Open() is { Count: > 0 } tasks)
        {
            await Task.WhenAll(tasks);
        }

        List<Task> Open()
        {
            lock (gate)
            {
                answering.RemoveWhere(task => task.IsCompleted);
                return [.. answering];
            }
        }
    }

    private void Hear(RawSocketMessage message)
    {
        if (SocketEnvelope.Read(message.Message) is not { } envelope)
        {
            return;
        }

        state.Heard(envelope);
        if (envelope.Id is { } id)
        {
            lock (gate)
            {
                answering.RemoveWhere(task => task.IsCompleted);
                answering.Add(AnswerAsync(id, envelope, message.SocketId));
            }
        }
    }

    private async Task AnswerAsync(string id, SocketEnvelope envelope, int socket)
    {
        await places.WaitAsync();
        try
        {
            // Off the thread that the next message comes on.
            await Task.Yield();
            var answer = envelope.Request is { } request ? await inbox.TakeAsync(request, end.Token) : null;
            await AcknowledgeAsync(socket, id, answer);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Slack delivers it again, over another socket.
        }
#pragma warning disable CA1031 // The edge: one request must not end the socket that the others come over.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task AcknowledgeAsync(int socket, string id, JsonObject? answer)
    {
        // A socket takes one message at a time.
        await sending.WaitAsync();
        try
        {
            if (!connection.IsOpen)
            {
                // It came while this side said goodbye. Slack delivers it again, and it has no second effect.
                return;
            }

            await client.Send(socket, answer is null
                ? new Acknowledgement { EnvelopeId = id }
                : new Acknowledgement<JRaw> { EnvelopeId = id, Payload = new JRaw(answer.ToJsonString()) });
        }
        finally
        {
            sending.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "A request over a socket could not be taken.")]
    private partial void LogFault(Exception fault);
}
