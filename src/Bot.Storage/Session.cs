using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>
/// An operation on the database. Statements are written for both engines: names with underscores, parameters with @, texts and
/// 64-bit numbers; an instant is in milliseconds since 1970 (UTC), a date is written <c>2026-09-01</c>.
/// </summary>
public sealed class Session
{
    private readonly DbConnection connection;
    private readonly CancellationToken cancellationToken;

    static Session() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    internal Session(DbConnection connection, CancellationToken cancellationToken)
    {
        this.connection = connection;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The rows of a query, each as an object whose properties have the columns' names.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(CreateCommand(sql, parameters))).AsList();

    /// <summary>The first row of a query; the default of the type if there is none.</summary>
    public Task<T?> ReadFirstAsync<T>(string sql, object? parameters = null) =>
        connection.QueryFirstOrDefaultAsync<T>(CreateCommand(sql, parameters));

    /// <summary>Changes rows.</summary>
    /// <returns>How many rows were changed.</returns>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(CreateCommand(sql, parameters));

    private CommandDefinition CreateCommand(string sql, object? parameters) => new(sql, parameters, cancellationToken: cancellationToken);
}
