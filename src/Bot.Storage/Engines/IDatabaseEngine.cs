using System.Data.Common;
using DbUp.Builder;

namespace Bot.Storage.Engines;

/// <summary>What differs between the two databases.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Its name for people, with its location; no password.</summary>
    string Name { get; }

    /// <summary>The command of the engine's own tool that writes a backup into a file; null if this program makes it.</summary>
    string? NameBackupTool(string file);

    /// <summary>Opens a connection to a database that is there.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Creates the database if there is none.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Takes the lock under which migrations are applied, by one program at a time.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>The builder that applies migrations to it.</summary>
    UpgradeEngineBuilder Upgrade();

    /// <summary>Why a fault means that the database cannot be used, in a sentence; null if the fault is the program's own.</summary>
    string? Explain(Exception fault);

    /// <summary>Makes deleted data unreadable in its files, as far as the engine can.</summary>
    /// <param name="tables">The tables that it was deleted from.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    Task ScrubAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>Records that files must be scrubbed, so that the next process does it if this one ends before.</summary>
    void NoteScrub();

    /// <summary>Whether a program before this one ended before its files were scrubbed.</summary>
    bool IsScrubDue { get; }

    /// <summary>Which of its files other users of the machine can read, each in a sentence with the command that fixes it.</summary>
    IReadOnlyList<string> FindExposures();

    /// <summary>Closes connections that are kept for later.</summary>
    void Forget();
}
