using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Discord.Rest;

/// <summary>Registers the clients of Discord's API. Needs its options, a clock and logging.</summary>
internal static class RestServices
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        // The default loggers of an HTTP client write URLs, which contain tokens of interactions.
        services.AddHttpClient(RestClient.Client, SetUp)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLifetime })
            .RemoveAllLoggers();
        services.AddHttpClient(AttachmentDownloads.Client, SetUp)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLifetime })
            .RemoveAllLoggers();
        services.TryAddSingleton<AttachmentDownloads>();
        services.TryAddSingleton<RestClient>();
        return services;
    }

    private static void SetUp(HttpClient client)
    {
        client.Timeout = Timeout;

        // Discord's proxy rejects clients without this user agent (reference, “User Agent”).
        var version = typeof(RestClient).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"DiscordBot (https://github.com/seminar-bot, {version})");
    }
}
