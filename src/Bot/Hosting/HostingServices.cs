using Bot.Configuration;
using Bot.Library;
using Bot.Library.Readings.Parsing;
using Bot.Library.SecondStage;
using Bot.Seminar.Commands;
using Bot.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Hosting;

/// <summary>Registers the parts of the host, except the seminar and its adapters.</summary>
internal static class HostingServices
{
    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(10);

    /// <summary>Adds the options of this folder with their validators.</summary>
    public static IServiceCollection AddHostOptions(this IServiceCollection services)
    {
        services.TryAddSingleton<Listening>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HttpOptions>, ListeningValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>());
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        return services;
    }

    /// <summary>Adds the library. A second process of this program reads the files.</summary>
    public static IServiceCollection AddReadings(this IServiceCollection services, IConfiguration configuration) =>
        services.AddReaderProcesses(ReaderCommand.StartItself("bot")).AddLibrary(configuration);

    /// <summary>Adds the service that runs the adapters. Must be after the readings, so that the first question finds them.</summary>
    public static IServiceCollection AddAdapters(this IServiceCollection services)
    {
        services.Configure<HostOptions>(options => options.ShutdownTimeout = MaxStop);
        services.TryAddSingleton<AdapterStates>();
        services.AddHostedService<AdapterService>();
        services.AddHealthChecks()
            .AddCheck<ReadinessCheck>(ReadinessCheck.Name)
            .AddCheck<StorageCheck>(StorageCheck.Name);
        return services;
    }

    /// <summary>Adds the pages if the program listens for browsers. Must be after the console, which is used if there is no chat platform.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        var http = configuration.GetSection(HttpOptions.Section).Get<HttpOptions>() ?? new HttpOptions();
        return http.Enabled ? services.AddWeb(configuration) : services;
    }

    /// <summary>Replaces the web server with one that continues without its port if the port is taken and not needed.</summary>
    public static IServiceCollection AddOptionalPortServer(this IServiceCollection services)
    {
        var server = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType
            ?? throw new InvalidOperationException("The web host has no registered server.");
        services.AddSingleton(server);
        services.Replace(ServiceDescriptor.Singleton<IServer>(provider => ActivatorUtilities.CreateInstance<OptionalPortServer>(
            provider, (IServer)provider.GetRequiredService(server))));
        return services;
    }

    /// <summary>Adds the exporters if telemetry is enabled.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (!options.Enabled || !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("seminar-bot"))
            .WithMetrics(metrics => metrics
                .AddMeter(CommandTelemetry.SourceName, SecondStageReader.MeterName)
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = endpoint))
            .WithTracing(traces => traces
                .AddSource(CommandTelemetry.SourceName)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = endpoint));
        return services;
    }
}
