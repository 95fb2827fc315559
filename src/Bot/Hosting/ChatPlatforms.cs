using Bot.Configuration;
using Bot.Discord;
using Bot.Slack;

namespace Bot.Hosting;

/// <summary>The chat platforms that the program supports, one line each.</summary>
internal static class ChatPlatforms
{
    /// <summary>Adds the configured platforms. Must be before the console, which is used if there is none.</summary>
    /// <exception cref="WrongSettingException">One of their settings has a value of the wrong type.</exception>
    public static IServiceCollection AddChatPlatforms(this IServiceCollection services, IConfiguration configuration)
    {
        SettingsCheck.Read(() => services.AddDiscord(configuration));
        SettingsCheck.Read(() => services.AddSlack(configuration));
        return services;
    }

    /// <summary>The names of the platforms that send requests to this program, for which it must listen.</summary>
    public static IReadOnlyList<string> ListRequestSenders(IConfiguration configuration) =>
    [
        .. DiscordServices.TakesRequests(configuration) ? ["Discord"] : Array.Empty<string>(),
        .. SlackServices.TakesRequests(configuration) ? ["Slack"] : Array.Empty<string>(),
    ];

    /// <summary>Maps the addresses for their requests.</summary>
    public static void MapChatPlatforms(this WebApplication app)
    {
        app.MapDiscord();
        app.MapSlack();
    }
}
