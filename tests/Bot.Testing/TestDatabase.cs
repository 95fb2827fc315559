using Bot.Storage;
using Npgsql;

namespace Bot.Testing;

/// <summary>A real, empty database for a test, deleted afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestEngine engine;
    private readonly string schema = $"t{Guid.NewGuid():N}";
    private readonly List<Database> handed = [];

    /// <summary>Makes a database.</summary>
    public TestDatabase(TestEngine engine)
    {
        this.engine = engine;
        Folder = Directory.CreateTempSubdirectory("bot-storage-").FullName;
        Options = new StorageOptions { Folder = Folder, Timeout = TimeSpan.FromSeconds(20) };
        if (engine == TestEngine.PostgreSql)
        {
            Execute($"CREATE SCHEMA {schema}");
            Options.PostgreSql = $"{OnPostgreSqlAttribute.Server};Search Path={schema};Maximum Pool Size=20";
        }
    }

    /// <summary>The folder of the file; empty on PostgreSQL.</summary>
    public string Folder { get; }

    /// <summary>The file of a SQLite database.</summary>
    public string File => Path.Combine(Folder, "bot.db");

    /// <summary>The options of this database.</summary>
    public StorageOptions Options { get; }

    /// <summary>Another program on the same database.</summary>
    public Database Connect()
    {
        var database = new Database(Microsoft.Extensions.Options.Options.Create(Options));
        handed.Add(database);
        return database;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        handed.ForEach(database => database.Dispose());
        if (engine == TestEngine.PostgreSql)
        {
            Execute($"DROP SCHEMA {schema} CASCADE");
        }

        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(OnPostgreSqlAttribute.Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
