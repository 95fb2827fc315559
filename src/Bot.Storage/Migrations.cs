using System.Reflection;
using Bot.Storage.Engines;
using Dapper;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace Bot.Storage;

/// <summary>Migrates a database to this version of the program.</summary>
internal static class Migrations
{
    // The table in which DbUp records the scripts that it has run.
    private const string Journal = "schemaversions";

    /// <summary>The scripts of this version, in order.</summary>
    public static IReadOnlyList<SqlScript> All { get; } = [.. ReadAll()];

    /// <summary>Applies the missing scripts, one program at a time.</summary>
    /// <exception cref="NewerSchemaException">The database has been changed by a newer version.</exception>
    public static async Task ApplyAsync(IDatabaseEngine engine, CancellationToken cancellationToken)
    {
        await using var held = await engine.LockAsync(cancellationToken);
        await RefuseNewerAsync(engine, cancellationToken);
        var upgrade = engine.Upgrade()
            .WithScripts(All)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error;
        }
    }

    private static async Task RefuseNewerAsync(IDatabaseEngine engine, CancellationToken cancellationToken)
    {
        await using var connection = await engine.OpenAsync(cancellationToken);
        var exists = await connection.ExecuteScalarAsync<long>(engine is SqliteEngine
            ? $"SELECT count(*) FROM sqlite_master WHERE lower(name) = '{Journal}'"
            : $"SELECT count(*) FROM information_schema.tables WHERE table_name = '{Journal}' AND table_schema = current_schema()");
        if (exists == 0)
        {
            return;
        }

        var known = All.Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = (await connection.QueryAsync<string>($"SELECT scriptname FROM {Journal} ORDER BY scriptname"))
            .FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
        {
            throw new NewerSchemaException(
                $"The database {engine.Name} was changed by a newer version of the program ({unknown}). "
                + "Start that version, or restore a backup that this version made.");
        }
    }

    private static IEnumerable<SqlScript> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? Stream.Null;
            using var reader = new StreamReader(stream);
            yield return new SqlScript(name, reader.ReadToEnd());
        }
    }
}
