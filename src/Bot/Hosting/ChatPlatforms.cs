using Bot.Configuration;
using Bot.Discord;
using Bot.Slack;

namespace Bot.Hosting;

/// <summary>The chat platforms that the program can serve: a line for each.</summary>
internal static class ChatPlatforms
{
    /// <summary>Adds those that are configured. Comes before the console, which is used if there is none.</summary>
    /// <exception cref="WrongSettingException">A setting of theirs has no value of its kind.</exception>
    public static IServiceCollection AddChatPlatforms(this IServiceCollection services, IConfiguration configuration)
    {
        SettingsCheck.Read(() => services.AddDiscord(configuration));
        SettingsCheck.Read(() => services.AddSlack(configuration));
        return services;
    }

    /// <summary>Those that send requests to this program, by name: the program must listen for them.</summary>
    public static IReadOnlyList<string> ThatSendRequests(IConfiguration configuration) =>
    [
        .. DiscordServices.TakesRequests(configuration) ? ["Discord"] : Array.Empty<string>(),
        .. SlackServices.TakesRequests(configuration) ? ["Slack"] : Array.Empty<string>(),
    ];

    /// <summary>Maps the addresses that they send requests to.</summary>
    public static void MapChatPlatforms(this WebApplication app)
    {
        app.MapDiscord();
        app.MapSlack();
    }
}
