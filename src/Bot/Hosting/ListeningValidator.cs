using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>The program must listen if a platform sends requests to it.</summary>
internal sealed class ListeningValidator(IConfiguration configuration) : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options) =>
        !options.Enabled && ChatPlatforms.ListRequestSenders(configuration) is [_, ..] platforms
            ? ValidateOptionsResult.Fail(
                $"Http:Enabled is false, so requests of {string.Join(" and ", platforms)} cannot arrive. Set it to true, or let the program "
                + "connect to the platform: Discord:Transport to Gateway, Slack:Transport to Socket.")
            : ValidateOptionsResult.Success;
}
