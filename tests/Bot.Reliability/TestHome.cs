using Npgsql;

namespace Bot.Reliability;

/// <summary>An empty database for a run, deleted afterwards: a file in a folder, or a schema on a server.</summary>
internal sealed class TestHome : IAsyncDisposable
{
    private readonly string server;
    private readonly string schema = $"r{Guid.NewGuid():N}";
    private readonly string folder = Directory.CreateTempSubdirectory("bot-reliability-").FullName;

    private TestHome(string server) => this.server = server;

    /// <summary>The program's options for this database.</summary>
    public IReadOnlyList<string> Place => server.Length > 0
        ? ["--folder", folder, "--postgresql", $"{server};Search Path={schema};Maximum Pool Size=20"]
        : ["--folder", folder];

    /// <param name="server">The connection string of a server; empty for a file.</param>
    public static async Task<TestHome> MakeAsync(string server)
    {
        var home = new TestHome(server);
        await home.ExecuteAsync($"CREATE SCHEMA {home.schema}");
        return home;
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
        Directory.Delete(folder, recursive: true);
    }

    private async Task ExecuteAsync(string sql)
    {
        if (server.Length == 0)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
