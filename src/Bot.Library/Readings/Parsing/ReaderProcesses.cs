using System.Collections.Concurrent;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// Reads files in separate processes. They are started when they are needed, replaced when one ends, and ended when there was nothing to
/// read for a while. Thread-safe; callers wait while every process is busy.
/// </summary>
internal sealed class ReaderProcesses : IFileParser, IDisposable
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly ReaderCommand command;
    private readonly ReaderOptions options;
    private readonly TimeProvider time;
    private readonly ConcurrentBag<ReaderProcess> idle = [];
    private readonly SemaphoreSlim free;
    private readonly ITimer rest;
    private volatile bool givesWay;
    private (long At, ReaderUnavailableException Reason)? failure;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="command">How a reader process is started.</param>
    /// <param name="options">How many there may be, and the limits for a file.</param>
    /// <param name="time">Measures how long they are idle.</param>
    public ReaderProcesses(ReaderCommand command, ReaderOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        this.command = command;
        this.options = options;
        this.time = time;
        free = new SemaphoreSlim(options.Processes);
        rest = time.CreateTimer(_ => EndIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public ParsedFile Parse(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        free.Wait(cancellationToken);
        try
        {
            return ParseFresh(name, content, atMost, cancellationToken);
        }
        catch (ReaderUnavailableException reason)
        {
            return ParsedFile.Skip(reason.Message);
        }
        finally
        {
            free.Release();
            rest.Change(IdleTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc />
    public void GiveWay() => givesWay = true;

    /// <inheritdoc />
    public void Dispose()
    {
        rest.Dispose();
        EndIdle();
        free.Dispose();
    }

    // A process that crashes on a file may be damaged by earlier files. Only a new process proves that this file is the cause. How long a
    // file takes does not depend on earlier files.
    private ParsedFile ParseFresh(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reader = TakeIdle() ?? Start();
            var wasFresh = !reader.HasRead;
            if (givesWay)
            {
                reader.GiveWay();
            }

            try
            {
                var parsed = reader.Parse(name, content, atMost, cancellationToken);
                if (parsed.Outcome != ParseOutcome.Stopped || wasFresh || reader.WasLate)
                {
                    return parsed;
                }
            }
            finally
            {
                PutBack(reader);
            }
        }
    }

    private ReaderProcess? TakeIdle()
    {
        while (idle.TryTake(out var reader))
        {
            if (reader.IsUsable)
            {
                return reader;
            }

            reader.Dispose();
        }

        return null;
    }

    private void PutBack(ReaderProcess reader)
    {
        if (reader.IsUsable)
        {
            idle.Add(reader);
        }
        else
        {
            reader.Dispose();
        }
    }

    // A folder of a thousand new files need not try a thousand times.
    private ReaderProcess Start()
    {
        if (failure is { } last && time.GetElapsedTime(last.At) < PauseAfterFailure)
        {
            throw last.Reason;
        }

        try
        {
            return ReaderProcess.Start(command, options, time);
        }
        catch (ReaderUnavailableException reason)
        {
            failure = (time.GetTimestamp(), reason);
            throw;
        }
    }

    private void EndIdle()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
