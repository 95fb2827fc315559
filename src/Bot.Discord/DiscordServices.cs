using Bot.Chat.Posting;
using Bot.Discord.Interactions;
using Bot.Discord.Mentions;
using Bot.Discord.Posting;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Bot.Discord.Welcomes;
using Bot.Http;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Registers Discord.</summary>
public static class DiscordServices
{
    /// <summary>Adds the adapter if its key or token is set. Safe to call twice.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddStorage();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>());
        services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
        services.AddRest();
        var options = Read(configuration);
        if (options.IsConfigured)
        {
            services.TryAddSingleton<DiscordApplication>();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelPoster, DiscordPoster>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IThreadReader, DiscordThreadReader>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelListener, DiscordListener>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelNames, DiscordChannelNames>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IOnlineCheck, DiscordOnlineCheck>());
            services.AddGateway(options);
            services.TryAddSingleton<DiscordAdapter>();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatAdapter, DiscordAdapter>(provider => provider.GetRequiredService<DiscordAdapter>()));
        }

        return services;
    }

    /// <summary>Whether Discord is enabled and sends HTTP requests, so that the program must listen.</summary>
    public static bool TakesRequests(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Read(configuration) is { IsConfigured: true, Transport: DiscordTransport.Http };
    }

    private static DiscordOptions Read(IConfiguration configuration) =>
        configuration.GetSection(DiscordOptions.Section).Get<DiscordOptions>() ?? new DiscordOptions();

    private static void AddGateway(this IServiceCollection services, DiscordOptions options)
    {
#if CHAT_SDKS
        if (options.Transport == DiscordTransport.Gateway)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IDiscordConnection, Gateway.GatewayConnection>());
        }
#else
        // If the settings ask for the gateway, the validator explains how to build with it.
        _ = (services, options);
#endif
    }

    /// <summary>Maps the endpoints for Discord's interactions and events, if the transport is HTTP.</summary>
    public static IEndpointRouteBuilder MapDiscord(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.ServiceProvider.GetRequiredService<IOptions<DiscordOptions>>().Value;
        if (options is { IsConfigured: true, Transport: DiscordTransport.Http })
        {
            var services = app.ServiceProvider;
            var adapter = services.GetRequiredService<DiscordAdapter>();
            var requests = new SignedRequests(
                new RequestBody(DiscordLimits.MaxBodyBytes, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<RequestBody>>()),
                new InteractionSignature(options.PublicKey));
            app.MapPost(InteractionEndpoint.Path, new InteractionEndpoint(requests, adapter.ReceiveAsync).HandleAsync);
            app.MapPost(EventEndpoint.Path, new EventEndpoint(requests, adapter.Greet).HandleAsync);
        }

        return app;
    }
}
