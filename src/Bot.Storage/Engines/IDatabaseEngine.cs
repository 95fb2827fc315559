using System.Data.Common;
using DbUp.Builder;

namespace Bot.Storage.Engines;

/// <summary>What differs between the two databases.</summary>
internal interface IDatabaseEngine
{
    /// <summary>How people call it, with the place where it is; no password.</summary>
    string Name { get; }

    /// <summary>The command of the engine's own tool that writes a backup into a file; null where this program makes it.</summary>
    string? BackupTool(string file);

    /// <summary>Opens a connection to a database that is there.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Makes the database where there is none yet.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Takes the lock under which migrations are applied, by one program at a time.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>What applies migrations to it.</summary>
    UpgradeEngineBuilder Upgrade();

    /// <summary>Why a fault means that the database cannot be used, in a sentence; null where the fault is the program's own.</summary>
    string? Explain(Exception fault);

    /// <summary>Sees to it that nothing that was deleted can be read in its files any longer, as far as the engine is able to.</summary>
    /// <param name="tables">The tables that it was deleted from.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task ScrubAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>Notes that files are to be scrubbed, where a program that ends before could leave them as they are, and the next one does it.</summary>
    void NoteScrub();

    /// <summary>Whether a program before this one ended before its files were scrubbed.</summary>
    bool IsScrubDue { get; }

    /// <summary>What of its files lies open to other users of the machine, each in a sentence with the command that closes it.</summary>
    IReadOnlyList<string> Exposures();

    /// <summary>Closes connections that are kept for later.</summary>
    void Forget();
}
