using System.Reflection;
using Xunit.Sdk;

namespace Bot.Testing;

/// <summary>The supported databases.</summary>
public enum TestEngine
{
    /// <summary>A file in a temporary folder.</summary>
    Sqlite,

    /// <summary>A separate schema on the server in <see cref="OnPostgreSqlAttribute.Variable"/>.</summary>
    PostgreSql,
}

/// <summary>Runs a theory on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestEngine.Sqlite]];
}

/// <summary>Runs a theory on PostgreSQL; skipped without a server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    /// <summary>The environment variable with the connection string of a server that the tests may write to.</summary>
    public const string Variable = "BOT_TEST_POSTGRESQL";

    private string needs = "";

    /// <summary>Skips the test if there is no server.</summary>
    public OnPostgreSqlAttribute() => Skip = Server is null
        ? $"{Variable} is not set to a PostgreSQL server. .ci/postgresql starts one."
        : null;

    /// <summary>A program on the path that the test also needs; without it the test is skipped.</summary>
    public string Needs
    {
        get => needs;
        set
        {
            needs = value;
            Skip ??= IsOnPath(value) ? null : $"{value} is not on the path.";
        }
    }

    /// <summary>The connection string; null if there is no server.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable);

    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestEngine.PostgreSql]];

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
