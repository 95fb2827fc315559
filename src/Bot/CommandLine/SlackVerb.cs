using System.CommandLine;
using Bot.Configuration;
using Bot.Slack.Manifest;
using Bot.Slack.Settings;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>The verb <c>slack</c>: the app's manifest for Slack.</summary>
internal static class SlackVerb
{
    public static Command Create(Settings settings)
    {
        var manifest = new VerbWithExamples(
            "manifest",
            "Writes the app's manifest, to paste into Slack's pages for apps.",
            ["slack manifest --Slack:PublicUrl https://bot.example.org", "slack manifest --Slack:Transport Socket"]);
        manifest.SetAction(async (parsed, cancellationToken) =>
        {
            await using var output = StandardStreams.OpenOutput();
            await output.WriteLineAsync(CreateManifest(settings.Of(parsed)).AsMemory(), cancellationToken);
            return ExitCode.Answered;
        });
        return new Command("slack", "Sets up the app for Slack.") { manifest };
    }

    private static string CreateManifest(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationManager();
        configuration.UseBotSources(settings);
        var options = new SlackOptions();
        SettingsCheck.Read(() => configuration.GetSection(SlackOptions.Section).Bind(options));
        try
        {
            return SlackManifest.Write(SeminarSession.CreateCatalogue().Listed, options);
        }
        catch (InvalidOperationException missing)
        {
            throw new WrongSettingException(missing.Message);
        }
    }
}
