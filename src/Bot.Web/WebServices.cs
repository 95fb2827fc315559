using Bot.Chat.Posting;
using Bot.Library;
using Bot.Web.Assets;
using Bot.Web.Channels;
using Bot.Web.Desk;
using Bot.Web.Members;
using Bot.Web.Pages;
using Bot.Web.Room;
using Bot.Web.Safety;
using Bot.Web.Settings;
using Bot.Web.SigningIn;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Web;

/// <summary>Registers the bot in a browser.</summary>
public static class WebServices
{
    private const int MaxFields = 10_000;
    private static readonly TimeSpan CookieAge = TimeSpan.FromDays(14);

    /// <summary>Whether pages are enabled.</summary>
    public static bool IsEnabled(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions()).Enabled;
    }

    /// <summary>Adds the pages and their adapter, if they are enabled. Safe to call twice.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        var isThere = services.Any(service => service.ServiceType == typeof(ChatEndpoints));
        return !isThere && IsEnabled(configuration)
            ? services.AddOptions().AddPages().AddAccounts(configuration).AddDesk().AddChannels().AddLinks(configuration)
            : services;
    }

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.ServiceProvider.GetService<ChatEndpoints>() is not { } chat)
        {
            return routes;
        }

        AssetEndpoints.Map(routes);
        var gate = routes.ServiceProvider.GetRequiredService<PageGate>();
        var pages = routes.MapGroup("").AddEndpointFilter(gate).UseReadersLanguage(routes.ServiceProvider);
        LanguageChoice.Map(pages);
        chat.Map(pages);
        routes.ServiceProvider.GetRequiredService<RoomEndpoints>().Map(pages);
        routes.ServiceProvider.GetRequiredService<DeskEndpoints>().Map(pages);
        routes.ServiceProvider.GetRequiredService<SignInEndpoints>().Map(pages);
        return routes;
    }

    private static IServiceCollection AddOptions(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebOptions>, WebOptionsValidator>());
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>());
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        services.TryAddSingleton<Doors>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    private static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAuthentication().AddCookie(MemberCookie.Scheme, options =>
        {
            options.Cookie.Name = "seminar-bot";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = CookieAge;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "seminar-bot-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

            // The pages send stricter headers.
            options.SuppressXFrameOptionsHeader = true;
        });

        // The gate limits the size of forms, and a form with a list of readings has one field for each.
        services.Configure<FormOptions>(options => (options.MultipartBodyLengthLimit, options.ValueCountLimit) = (long.MaxValue, MaxFields));

        // If another part of the program stores its keys, these are stored with them.
        services.PostConfigure<KeyManagementOptions>(keys =>
        {
            if (keys.XmlRepository is null)
            {
                keys.XmlRepository = new KeysInMemory();
                keys.XmlEncryptor ??= new NullXmlEncryptor();
            }
        });
        services.TryAddSingleton<LocalVisitors>();
        services.TryAddSingleton<OpenAddresses>();
        services.TryAddSingleton<ClientRates>();
        services.TryAddSingleton<FormGate>();
        services.TryAddSingleton<PageGate>();
        services.TryAddSingleton<PageFrames>();
        services.TryAddSingleton<MemberCookie>();
        services.TryAddSingleton<SignInEndpoints>();
        services.TryAddSingleton<HeatStrips>();
        services.TryAddSingleton<RoomEndpoints>();
        return services;
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        if (AccountsOf(configuration).IsOn)
        {
            services.AddAuthentication().AddOpenIdConnect(AccountSignIn.Scheme, _ => { });
            services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, AccountSignIn>();
        }

        return services;
    }

    private static SignInOptions AccountsOf(IConfiguration configuration) =>
        configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new SignInOptions();

    private static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.TryAddSingleton<DeskNotes>();
        services.TryAddSingleton<DeskFrames>();
        services.TryAddSingleton<ChannelNames>();
        services.TryAddSingleton<DeskChannels>();
        services.TryAddSingleton<DeskGate>();
        services.TryAddSingleton<ChannelsDesk>();
        services.TryAddSingleton<DeskCommands>();
        services.TryAddSingleton<ProgramHealth>();
        services.TryAddSingleton<OverviewDesk>();
        services.TryAddSingleton<MotionChoices>();
        services.TryAddSingleton<DebatesDesk>();
        services.TryAddSingleton<QueueDesk>();
        services.TryAddSingleton<CountersDesk>();
        services.TryAddSingleton<VotesDesk>();
        services.TryAddSingleton<AnswersDesk>();
        services.TryAddSingleton<SettingsDesk>();
        services.TryAddSingleton<DeskEndpoints>();
        services.TryAddSingleton<ReadingsDesk>();
        return services;
    }

    // If others can reach the pages, quotes on every platform link to them. For that, the seminar of the adapters is wrapped.
    private static IServiceCollection AddLinks(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        var isReached = options.Password.Length > 0 || options.OpenToAll || AccountsOf(configuration).IsOn;
        if (options.PublicAddress is { } address && isReached
            && services.LastOrDefault(service => service.ServiceType == typeof(ISeminar))?.ImplementationType is { } seminar)
        {
            services.AddSingleton(seminar);
            services.Replace(ServiceDescriptor.Singleton<ISeminar>(provider => new LinkedSeminar(
                (ISeminar)provider.GetRequiredService(seminar), provider.GetRequiredService<Shelf>(), address)));
        }

        return services;
    }

    private static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.TryAddSingleton<ChannelLogs>();
        services.TryAddSingleton<ChannelDesk>();
        services.TryAddSingleton<ChatEndpoints>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelPoster, WebPoster>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatAdapter, WebAdapter>());
        return services;
    }
}
