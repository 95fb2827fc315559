using System.Data.Common;
using System.Net.Sockets;
using DbUp;
using DbUp.Builder;
using Npgsql;

namespace Bot.Storage.Engines;

/// <summary>A server, which several replicas can share.</summary>
internal sealed class PostgreSqlEngine : IDatabaseEngine
{
    // Any number works, as long as every version of the program uses the same.
    private const long MigrationLock = 5_313_290_817;

    private const int CancellationMilliseconds = 500;
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    private readonly NpgsqlConnectionStringBuilder settings;

    public PostgreSqlEngine(string connectionString, TimeSpan timeout)
    {
        settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "seminar-bot" };
        var seconds = Math.Max(1, (int)Math.Ceiling(timeout.TotalSeconds));
        settings.Timeout = seconds;

        // The deadline of each operation cancels its commands. Npgsql's own timeout would contact the server again, on a thread of the pool.
        settings.CommandTimeout = 0;
        settings.CancellationTimeout = CancellationMilliseconds;
    }

    public string Name => $"{settings.Database} on {settings.Host}";

    public string? NameBackupTool(string file) =>
        $"pg_dump --format=custom --file={file} --host={settings.Host} --port={settings.Port} --username={settings.Username} {settings.Database}";

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // The operator creates the database; the migrations create its tables.
    public Task CreateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)await OpenAsync(cancellationToken);
        try
        {
            // Polled, so that a server that stops answering is noticed.
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(@key)", connection);
            command.Parameters.AddWithValue("key", MigrationLock);
            while (await command.ExecuteScalarAsync(cancellationToken) is not true)
            {
                await Task.Delay(LockRetry, TimeProvider.System, cancellationToken);
            }

            return new Unlock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To.PostgresqlDatabase(settings.ConnectionString);

    public string? Explain(Exception fault) => fault switch
    {
        PostgresException server => Explain(server),
        NpgsqlException or SocketException or TimeoutException or EndOfStreamException =>
            $"The database {Name} does not answer. It will be tried again.",
        _ => null,
    };

    // The tables are rewritten. The operator is responsible for the server's journal and backups.
    public async Task ScrubAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await OpenAsync(cancellationToken);
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"VACUUM (FULL) {table}", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // Not needed: the server rewrites tables itself, sooner or later (autovacuum).
    public void NoteScrub()
    {
    }

    public bool IsScrubDue => false;

    public IReadOnlyList<string> FindExposures() => [];

    public void Forget()
    {
        using var connection = new NpgsqlConnection(settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    // Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that mean a problem of the server and not of a statement.
    private string? Explain(PostgresException fault) => fault.SqlState switch
    {
        "25006" => $"The database {Name} is read-only. Connect the program to the primary server.",
        "53100" => $"The disk under the database {Name} is full. Free some space on it.",
        "3D000" => $"There is no database {settings.Database} on {settings.Host}. Create it: createdb {settings.Database}",
        "40001" or "40P01" or "55P03" or "57014" => $"The database {Name} is busy. It will be tried again.",
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] => $"The database {Name} does not accept work at the moment. It will be tried again.",
        ['2', '8', ..] => $"The database {Name} refuses the program's user or password. Correct Storage:PostgreSql.",
        "42501" => $"The program's user has no access to the tables of the database {Name}. Grant it the permissions.",
        ['5', '8', ..] or ['X', 'X', ..] => $"The database {Name} is damaged. Restore a backup.",
        _ => null,
    };

    private sealed class Unlock(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock(@key)", connection);
            command.Parameters.AddWithValue("key", MigrationLock);
            await command.ExecuteNonQueryAsync();
            await connection.DisposeAsync();
        }
    }
}
