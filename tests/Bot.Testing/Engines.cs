using System.Reflection;
using Xunit.Sdk;

namespace Bot.Testing;

/// <summary>The databases that the program runs on.</summary>
public enum TestEngine
{
    /// <summary>A file in a temporary folder.</summary>
    Sqlite,

    /// <summary>A schema of its own on the server that <see cref="OnPostgreSqlAttribute.Variable"/> names.</summary>
    PostgreSql,
}

/// <summary>Runs a theory on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestEngine.Sqlite]];
}

/// <summary>Runs a theory on PostgreSQL; skipped, and says so, where no server is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    /// <summary>The environment variable that holds the connection string of a server that the tests may fill.</summary>
    public const string Variable = "BOT_TEST_POSTGRESQL";

    /// <summary>Skips the test where there is no server.</summary>
    public OnPostgreSqlAttribute() => Skip = Server is null
        ? $"{Variable} names no PostgreSQL server. .ci/postgresql starts one."
        : null;

    /// <summary>The connection string; null where there is no server.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable);

    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestEngine.PostgreSql]];
}
