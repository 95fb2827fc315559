using System.CommandLine;
using Bot.Configuration;
using Bot.Discord.Registration;
using Bot.Discord.Settings;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>The verb <c>discord</c>: the one-time setup at Discord.</summary>
internal static class DiscordVerb
{
    public static Command Create(Settings settings) =>
        new("discord", "Invites the bot to Discord and registers its commands there.") { CreateInviteVerb(settings), Register(settings) };

    private static VerbWithExamples CreateInviteVerb(Settings settings)
    {
        var member = new Option<bool>("--member") { Description = "Print the link for members who install the bot for themselves." };
        var verb = new VerbWithExamples(
            "invite", "Prints the link that invites the bot into a server, with the least permissions.", ["discord invite", "discord invite --member"]) { member };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var link = ReportMissing(() => parsed.GetValue(member)
                ? DiscordSetup.CreateMemberLink(OptionsOf(settings.Of(parsed)))
                : DiscordSetup.CreateInviteLink(OptionsOf(settings.Of(parsed))));
            await using var output = StandardStreams.OpenOutput();
            await output.WriteLineAsync(link.AbsoluteUri.AsMemory(), cancellationToken);
            return ExitCode.Answered;
        });
        return verb;
    }

    private static VerbWithExamples Register(Settings settings)
    {
        var server = new Option<string?>("--guild") { Description = "Register only for this server, where the commands appear at once.", HelpName = "ID" };
        var trial = new Option<bool>("--dry-run") { Description = "Show what would change, and change nothing." };
        var clear = new Option<bool>("--clear") { Description = "Remove all commands." };
        var verb = new VerbWithExamples(
            "register",
            "Registers the commands with Discord, if they differ from the registered ones.",
            ["discord register --dry-run", "discord register --guild 234567890123456789"])
        {
            server,
            trial,
            clear,
        };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<CommandInfo> commands = parsed.GetValue(clear) ? [] : SeminarSession.CreateCatalogue().Commands;
            var outcome = await ReportMissingAsync(() => DiscordSetup.RegisterAsync(
                OptionsOf(settings.Of(parsed)), commands, parsed.GetValue(server), parsed.GetValue(trial), cancellationToken));
            await using var output = StandardStreams.OpenOutput();
            foreach (var line in Describe(outcome, parsed.GetValue(trial)))
            {
                await output.WriteLineAsync(line);
            }

            return ExitCode.Answered;
        });
        return verb;
    }

    private static IEnumerable<string> Describe(RegistrationOutcome outcome, bool isTrial) => (outcome.Differences.Count, outcome.Count) switch
    {
        (0, 0) => ["No commands are registered; nothing to do."],
        (0, _) => [$"All {outcome.Count} commands are already registered; nothing to do."],
        _ when isTrial => outcome.Differences.Append("Nothing was changed, because this was a dry run."),
        (_, 0) => outcome.Differences.Append("All commands were removed."),
        _ => outcome.Differences.Append($"Registered: {outcome.Count} commands."),
    };

    private static DiscordOptions OptionsOf(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationManager();
        configuration.UseBotSources(settings);
        var options = new DiscordOptions();
        SettingsCheck.Read(() => configuration.GetSection(DiscordOptions.Section).Bind(options));
        return options;
    }

    private static T ReportMissing<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (InvalidOperationException missing)
        {
            throw new WrongSettingException(missing.Message);
        }
    }

    private static async Task<RegistrationOutcome> ReportMissingAsync(Func<Task<RegistrationOutcome>> action)
    {
        try
        {
            return await action() is var outcome && outcome.Problem is { } problem ? throw new WrongSettingException(problem) : outcome;
        }
        catch (InvalidOperationException missing)
        {
            throw new WrongSettingException(missing.Message);
        }
    }
}
