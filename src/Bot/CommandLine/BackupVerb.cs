using System.CommandLine;
using Bot.Configuration;
using Bot.Storage;

namespace Bot.CommandLine;

/// <summary>The verb <c>backup</c>: a copy of the database, also while the host uses it.</summary>
internal static class BackupVerb
{
    public static Command Create(Settings settings)
    {
        var file = new Argument<string>("file") { Description = "The path of the copy; it must not exist." };
        var verb = new VerbWithExamples("backup", "Copies the database into a file, also while the bot runs.", ["backup bot-2026-09-01.db"])
        {
            Details = "To restore it, stop the bot and replace the database with the copy.",
        };
        verb.Arguments.Add(file);
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = new ConfigurationManager();
            configuration.UseBotSources(settings.Of(parsed));
            await using var services = new ServiceCollection()
                .AddSingleton<IConfiguration>(configuration)
                .AddStorage()
                .BuildServiceProvider();
            SettingsCheck.Validate(services);
            var target = parsed.GetValue(file) ?? "";
            var problem = await DatabaseBackup.WriteAsync(services.GetRequiredService<Database>(), target, cancellationToken);
            await (problem is null ? Console.Out : Console.Error).WriteLineAsync(problem ?? $"The database was copied to {target}.");
            return problem is null ? ExitCode.Answered : ExitCode.WrongUse;
        });
        return verb;
    }
}
