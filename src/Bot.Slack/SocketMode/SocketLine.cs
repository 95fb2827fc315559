using SlackNet;

namespace Bot.Slack.SocketMode;

/// <summary>Keeps a socket to Slack open. It opens the next one before it closes the last one, so that one always receives requests.</summary>
/// <param name="make">Creates a socket that is not open yet.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SocketLine(Func<SlackSocket> make, TimeProvider time, ILogger<SocketLine> logger)
{
    private readonly SocketPauses pauses = new(time);
    private volatile SlackSocket? serving;

    /// <summary>Whether a stable socket receives requests. The last socket continues while no new one can be opened.</summary>
    public bool IsOpen => serving is { IsOpen: true } open && (pauses.HealthProblem is null || open.Age > SocketPauses.Calm);

    /// <summary>Why no socket stays open, in a few words; null if there is no problem.</summary>
    public string? HealthProblem => pauses.HealthProblem;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var why = await ReadNextAsync(cancellationToken);
                var pause = pauses.NoteEnded(why);
                LogRenewed(why, pause);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
        finally
        {
            if (serving is { } last)
            {
                serving = null;
                await last.DisposeAsync();
            }
        }
    }

    // Uses a new socket until the next one is needed, and returns the reason.
    private async Task<string> ReadNextAsync(CancellationToken cancellationToken)
    {
        var next = make();
        if (await OpenAsync(next, cancellationToken) is { } trouble)
        {
            await next.DisposeAsync();
            return trouble;
        }

        var before = serving;
        serving = next;
        pauses.NoteOpened();

        // The last socket closes after its requests are answered, which can take a while under load. The next one is watched in the meantime.
        var goodbye = before?.DisposeAsync() ?? ValueTask.CompletedTask;
        try
        {
            return await next.WatchAsync(cancellationToken);
        }
        finally
        {
            await goodbye;
        }
    }

    private static async Task<string?> OpenAsync(SlackSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.OpenAsync(cancellationToken);
        }
        catch (SlackException refused) when (!SlackErrors.IsFinal(refused.ErrorCode))
        {
            return $"Slack refuses a socket: {refused.ErrorCode}";
        }
        catch (SlackException refused)
        {
            await socket.DisposeAsync();
            throw new AdapterStoppedException($"No socket was opened. {SlackErrors.Explain("apps.connections.open", refused.ErrorCode, "connections:write")}");
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Information, "Another socket to Slack is opened in {Pause}: {Why}.")]
    private partial void LogRenewed(string why, TimeSpan pause);
}
