using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Settings;

/// <summary>Checks the settings if Slack is enabled, and says how to fix each problem.</summary>
internal sealed partial class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
#if CHAT_SDKS
    private const bool HasSocketMode = true;
#else
    private const bool HasSocketMode = false;
#endif

    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrong = options.IsConfigured ? CheckSecrets(options).Concat(CheckOthers(options)).ToList() : [];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> CheckSecrets(SlackOptions options)
    {
        if (options.ServesSeveral && (options.ClientSecret.Length == 0 || options.PublicUrl.Length == 0 || options.Token.Length > 0))
        {
            yield return "Slack:ClientId is for several workspaces, each of which installs the app: set Slack:ClientSecret and Slack:PublicUrl too, and "
                + "leave Slack:Token empty. For one workspace leave Slack:ClientId empty.";
        }

        if (options.KeyCertificate.Length > 0 && KeyCertificate.Read(options.KeyCertificate) is null)
        {
            yield return "Slack:KeyCertificate is not a readable file with a certificate and its private key (PEM). docs/slack.md shows how to make one.";
        }

        if (!options.ServesSeveral && !options.Token.StartsWith("xoxb-", StringComparison.Ordinal))
        {
            yield return "Slack:Token is missing or not a bot token. Copy “Bot User OAuth Token”, which begins with xoxb-, from “OAuth & Permissions” "
                + "of the app's pages into the environment: BOT__Slack__Token=….";
        }

        if (options.Transport == SlackTransport.Http && options.SigningSecret.Length == 0)
        {
            yield return "Slack:SigningSecret is missing, but it is needed to verify Slack's requests. Copy “Signing Secret” from "
                + "“Basic Information” of the app's pages into the environment: BOT__Slack__SigningSecret=….";
        }

        if (options.Transport == SlackTransport.Socket && !options.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            yield return "Slack:AppToken is missing or not an app-level token. Create one with the scope connections:write under “Basic Information” of "
                + "the app's pages, and copy it, which begins with xapp-, into the environment: BOT__Slack__AppToken=….";
        }
    }

    private static IEnumerable<string> CheckOthers(SlackOptions options)
    {
        if (options.Transport == SlackTransport.Socket && !HasSocketMode)
        {
            yield return "Slack:Transport is Socket, and this program was built without Slack's library. "
                + "Build it with “dotnet build -p:ChatSdks=true”, use the container image, or set Slack:Transport to Http.";
        }

        if (!CommandName.IsMatch(options.Command))
        {
            yield return "Slack:Command is not a valid name for a slash command. Use at most 31 lower-case letters, digits and dashes, such as seminar.";
        }

        if (!options.TeacherIds.All(id => MemberId.IsMatch(id)))
        {
            yield return "Slack:Teachers is not a list of ids. Copy members' ids from their profiles and user groups' ids from their pages, with commas between "
                + "them: U012AB3CD,S045EF6GH.";
        }

        if (options.ServesSeveral && options.TeacherIds.Any(id => !id.Contains('/', StringComparison.Ordinal)))
        {
            yield return "Slack:Teachers has an id without a workspace, but Slack:ClientId is for several workspaces. Write the id of the workspace or organization and "
                + "a slash before each: T012AB3CD/U045EF6GH.";
        }

        if (options.PublicUrl.Length > 0 && !IsAddress(options.PublicUrl))
        {
            yield return "Slack:PublicUrl is not a URL. Set it to the one at which Slack reaches this program, such as https://bot.example.org.";
        }

        if (!IsAddress(options.ApiBase))
        {
            yield return "Slack:ApiBase is not a URL. Leave it at https://slack.com/api.";
        }

        if (!IsAddress(options.FilesBase))
        {
            yield return "Slack:FilesBase is not a URL. Leave it at https://files.slack.com.";
        }
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    [GeneratedRegex("^[a-z0-9_-]{1,31}$")]
    private static partial Regex CommandName { get; }

    [GeneratedRegex("^(?:[TE][A-Z0-9]{2,20}/)?[UWS][A-Z0-9]{2,20}$")]
    private static partial Regex MemberId { get; }
}
