using System.Text.Json.Nodes;
using Bot.Slack.Requests;
using Newtonsoft.Json.Linq;
using SlackNet;
using SlackNet.SocketMode;

namespace Bot.Slack.SocketMode;

/// <summary>
/// One socket to Slack, from opening to closing. It uses SlackNet, which must not open another one: <see cref="SocketLine"/> decides when to do that, and
/// still receives over this socket while the next one opens.
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

    /// <summary>Whether it receives requests.</summary>
    public bool IsOpen => state.IsGreeted && connection.IsOpen;

    /// <summary>The time since it was created.</summary>
    public TimeSpan Age => state.Age;

    /// <summary>Opens it.</summary>
    /// <returns>Null after Slack's hello; otherwise the problem, in a few words.</returns>
    /// <exception cref="SlackException">Slack refuses to open a socket.</exception>
    public async Task<string?> OpenAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(end.Cancel);
        var connecting = client.Connect(new SocketModeConnectionOptions { NumberOfConnections = 1 }, end.Token);
        while (!state.IsGreeted)
        {
            // If the library's request for a URL times out, its task is cancelled and not retried.
            if (connecting is { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                cancellationToken.ThrowIfCancellationRequested();
                return connecting.Exception?.InnerException is SlackException refused ? throw refused
                    : connecting.IsCanceled ? "Slack did not answer the request for a socket in time"
                    : "the request for a socket failed";
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

    /// <summary>Watches the socket until a new one is needed.</summary>
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

    /// <summary>Acknowledges the received requests, closes the socket, and handles requests that are still on their way.</summary>
    public async ValueTask DisposeAsync()
    {
        await WaitForAnswersAsync();
        await connection.CloseAsync(sending, MaxGoodbye, time);
        await WaitForAnswersAsync();
        await end.CancelAsync();
        await EndClientAsync().WaitAsync(MaxGoodbye, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        hearing.Dispose();
        await WaitForAnswersAsync();
        end.Dispose();
        places.Dispose();
        sending.Dispose();
    }

    // The library's exceptions at the end do not matter, because the next socket is already open.
    private async Task EndClientAsync() => await client.DisposeAsync();

    private string? Look() => state.FindProblem(connection.IsOpen, connection.IsSpent);

    private async Task WaitForAnswersAsync()
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

        state.NoteHeard(envelope);
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
            // Leaves the thread that receives the next message.
            await Task.Yield();
            var answer = envelope.Request is { } request ? await inbox.TakeAsync(request, end.Token) : null;
            await AcknowledgeAsync(socket, id, answer);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Slack delivers it again, over another socket.
        }
#pragma warning disable CA1031 // Outermost handler: one request must not close the socket for the others.
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
        // A socket sends one message at a time.
        await sending.WaitAsync();
        try
        {
            if (!connection.IsOpen)
            {
                // It arrived while the socket was closing. Slack delivers it again, without a second effect.
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

    [LoggerMessage(LogLevel.Error, "A request over a socket could not be handled.")]
    private partial void LogFault(Exception fault);
}
