using Bot.Chat.Posting;
using Bot.Http;
using Bot.Slack.Agents;
using Bot.Slack.Forms;
using Bot.Slack.Home;
using Bot.Slack.Posting;
using Bot.Slack.Replies;
using Bot.Slack.Requests;
using Bot.Slack.Settings;
using Bot.Slack.Steps;
using Bot.Slack.Workspaces;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>Registers the adapter for Slack.</summary>
public static class SlackServices
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxConnection = TimeSpan.FromMinutes(5);

    /// <summary>Adds the adapter if one of Slack's secrets is set. Safe to call twice.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = Read(configuration);
        return options.IsConfigured ? services.AddOptions().AddOutbound().AddWorkspaces(options).AddInbound().AddConnection(options) : services;
    }

    /// <summary>Whether Slack is enabled and sends HTTP requests, so that the program must listen.</summary>
    public static bool TakesRequests(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Read(configuration) is { IsConfigured: true } options && (options.Transport == SlackTransport.Http || options.ServesSeveral);
    }

    /// <summary>Maps the endpoints for Slack's requests and for installing the app, if there are any.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.ServiceProvider.GetService<InstallEndpoints>()?.Map(routes);
        if (routes.ServiceProvider.GetService<SlackEndpoints>() is { } endpoints
            && routes.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value.Transport == SlackTransport.Http)
        {
            endpoints.Map(routes);
        }

        return routes;
    }

    private static SlackOptions Read(IConfiguration configuration) =>
        configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();

    private static IServiceCollection AddOptions(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>());
        services.AddOptions<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateOnStart();
        services.AddStorage();
        return services;
    }

    private static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        // The default loggers of an HTTP client write URLs, and a response URL is a secret.
        services.AddHttpClient(SlackHttp.Client, client => client.Timeout = Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = MaxConnection })
            .RemoveAllLoggers();
        services.AddHttpClient(SharedFiles.Client, client => client.Timeout = Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = MaxConnection })
            .RemoveAllLoggers();
        services.TryAddSingleton<SlackHttp>();
        services.TryAddSingleton<TokenScopes>();
        services.TryAddSingleton<SharedFiles>();
        services.TryAddSingleton<SlackTiers>();
        services.TryAddSingleton<SlackWebApi>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelPoster, SlackPoster>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IThreadReader, SlackThreadReader>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelListener, SlackListener>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelNames, SlackChannelNames>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOnlineCheck, SlackOnlineCheck>());
        return services;
    }

    private static IServiceCollection AddWorkspaces(this IServiceCollection services, SlackOptions options)
    {
        if (!options.ServesSeveral)
        {
            services.TryAddSingleton<IWorkspaceTokens, SingleWorkspace>();
            return services;
        }

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = ActivatorUtilities.CreateInstance<DatabaseKeys>(provider)));
        var protection = services.AddDataProtection().SetApplicationName("seminar-bot");
        if (KeyCertificate.Read(options.KeyCertificate) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        services.TryAddSingleton<InstallationStore>();
        services.TryAddSingleton<OAuthClient>();
        services.TryAddSingleton<InstallEndpoints>();
        services.TryAddSingleton<IWorkspaceTokens, InstalledWorkspaces>();
        return services;
    }

    // If Slack's library is missing and the settings ask for it, the validator explains how to build with it.
    private static IServiceCollection AddConnection(this IServiceCollection services, SlackOptions options)
    {
#if CHAT_SDKS
        if (options.Transport == SlackTransport.Socket)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<ISlackConnection, SocketMode.SlackSockets>());
        }
#else
        _ = options;
#endif
        return services;
    }

    private static IServiceCollection AddInbound(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new RequestSignature(
            provider.GetRequiredService<IOptions<SlackOptions>>().Value.SigningSecret, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new RequestBody(
            SlackLimits.MaxBodyBytes, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RequestBody>>()));
        services.TryAddSingleton<SlackEndpoints>();
        services.TryAddSingleton<SlackInbox>();
        services.TryAddSingleton<RouteReader>();
        services.TryAddSingleton<SlashCommands>();
        services.TryAddSingleton<Interactions>();
        services.TryAddSingleton<Buttons>();
        services.TryAddSingleton<Shortcuts>();
        services.TryAddSingleton<Events>();
        services.TryAddSingleton<FormOpener>();
        services.TryAddSingleton<FormSubmissions>();
        services.TryAddSingleton<HomeTab>();
        services.TryAddSingleton<AgentView>();
        services.TryAddSingleton<StepRunner>();
        services.TryAddSingleton<TeacherGroups>();
        services.TryAddSingleton<TeacherLookup>();
        services.TryAddSingleton<ShareCodes>();
        services.TryAddSingleton<ReplySender>();
        services.TryAddSingleton<FileSender>();
        services.TryAddSingleton<LateReplies>();
        services.TryAddSingleton<CommandDispatcher>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatAdapter, SlackAdapter>());
        return services;
    }
}
