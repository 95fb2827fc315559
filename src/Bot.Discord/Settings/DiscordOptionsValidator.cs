using Microsoft.Extensions.Options;

namespace Bot.Discord.Settings;

/// <summary>Checks the settings if Discord is enabled, and says how to fix each problem.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
#if CHAT_SDKS
    private const bool HasGateway = true;
#else
    private const bool HasGateway = false;
#endif

    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var wrong = options.IsConfigured ? ListProblems(options).ToList() : [];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>The problem with the application's id; null if there is none.</summary>
    public static string? CheckId(DiscordOptions options) =>
        options.ApplicationId.Length is >= 15 and <= 20 && options.ApplicationId.All(char.IsAsciiDigit)
            ? null
            : "Discord:ApplicationId is not an id. Copy “Application ID” from “General Information” in Discord's developer portal.";

    /// <summary>The problem with the token; null if none is visible.</summary>
    public static string? CheckToken(DiscordOptions options) => options.Token.Length > 0 && options.Token.All(letter => letter is > ' ' and <= '~')
        ? null
        : "Discord:Token is missing or not a token. Copy it from “Bot” in Discord's developer portal into the environment: BOT__Discord__Token=….";

    private static IEnumerable<string> ListProblems(DiscordOptions options)
    {
        if (CheckId(options) is { } noId)
        {
            yield return noId;
        }

        if (options.Transport == DiscordTransport.Http && !(options.PublicKey.Length == 64 && options.PublicKey.All(char.IsAsciiHexDigit)))
        {
            yield return "Discord:PublicKey is not a key. Copy “Public Key”, 64 digits, from “General Information” in Discord's developer portal.";
        }

        if (CheckToken(options) is { } noToken)
        {
            yield return noToken;
        }

        if (options.Transport == DiscordTransport.Gateway && !HasGateway)
        {
            yield return "Discord:Transport is Gateway, and this program was built without Discord's library. "
                + "Build it with “dotnet build -p:ChatSdks=true”, use the container image, or set Discord:Transport to Http.";
        }

        if (options.HearsChannels && options.Transport != DiscordTransport.Gateway)
        {
            yield return "Discord:HearsChannels is true, but Discord sends members' messages only over the gateway. Set Discord:Transport to Gateway.";
        }

        if (options.Shards < 1 || options.Shard < 0 || options.Shard >= options.Shards)
        {
            yield return "Discord:Shard must be from 0 to one less than Discord:Shards.";
        }

        if (!IsAddress(options.FilesBase, "http", "https"))
        {
            yield return "Discord:FilesBase is not a URL. Leave it at https://cdn.discordapp.com.";
        }

        if (!IsAddress(options.ApiBase, "http", "https"))
        {
            yield return "Discord:ApiBase is not a URL. Leave it at https://discord.com/api/v10.";
        }

        if (!IsAddress(options.GatewayUrl, "ws", "wss"))
        {
            yield return "Discord:GatewayUrl is not a URL. Leave it at wss://gateway.discord.gg/?v=10&encoding=json.";
        }
    }

    private static bool IsAddress(string text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme);
}
