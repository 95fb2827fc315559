using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>Collects the exceptions logged as errors.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<Exception> faults = new();

    public IReadOnlyCollection<Exception> Faults => faults;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not null)
        {
            faults.Enqueue(exception);
        }
    }

    public void Dispose()
    {
        // There is nothing to close; the log outlives the seminar that writes to it.
    }
}
