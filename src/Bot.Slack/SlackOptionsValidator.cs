using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>Checks each of the <see cref="SlackOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class SlackOptionsValidator : IValidateOptions<SlackOptions>;

/// <summary>Checks that the options together are enough to serve Slack.</summary>
internal sealed class SlackSecretsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(SlackOptions options)
    {
        if (options.Token.Length == 0)
        {
            yield return "Slack:Token is empty. Set BOT__Slack__Token to the app's “Bot User OAuth Token”; docs/slack.md says where it stands.";
        }

        if (options.Transport == SlackTransport.Http && options.SigningSecret.Length == 0)
        {
            yield return "Slack:SigningSecret is empty. Set BOT__Slack__SigningSecret to the app's “Signing Secret”; without it nobody could "
                + "tell Slack's requests from others.";
        }

        if (options.Transport == SlackTransport.Socket && options.AppToken.Length == 0)
        {
            yield return "Slack:AppToken is empty. Set BOT__Slack__AppToken to an app-level token with the scope connections:write, or set "
                + "Slack:Transport to Http.";
        }
    }
}
