using Bot.Api.Access;
using Bot.Api.Answering;
using Bot.Api.Http;
using Bot.Api.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;

namespace Bot.Api;

/// <summary>Registers the HTTP API and the MCP server.</summary>
public static class ApiServices
{
    /// <summary>Adds both. Needs the seminar and the library. Safe to call twice.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="isPublic">Whether others can send requests to this program: if so, requests from this machine need a key too.</param>
    public static IServiceCollection AddApi(this IServiceCollection services, bool isPublic)
    {
        services.AddApiOptions();
        services.TryAddSingleton(new Exposure(isPublic));
        services.TryAddSingleton<ApiKeys>();
        services.TryAddSingleton<RequestLimits>();
        services.TryAddSingleton<ApiGate>();
        services.TryAddSingleton<Lookups>();
        services.TryAddSingleton<LookupEndpoints>();
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);

        // Stateless: clients cannot fill the memory, and replicas need no affinity.
        services.AddSeminarMcp().WithHttpTransport(options => options.SessionMode = HttpServerSessionMode.Stateless);
        return services;
    }

    /// <summary>Adds only the MCP server, over the standard streams of the process. Needs the seminar and the library.</summary>
    public static IServiceCollection AddStdioMcp(this IServiceCollection services)
    {
        services.AddApiOptions();
        services.AddSeminarMcp().WithStdioServerTransport();
        return services;
    }

    /// <summary>Adds the options with their validator. Safe to call twice.</summary>
    public static IServiceCollection AddApiOptions(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>());
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateOnStart();
        return services;
    }

    /// <summary>Maps their addresses, unless the settings say that they are not served.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        if (services.GetRequiredService<IOptions<ApiOptions>>().Value.Enabled)
        {
            services.GetRequiredService<LookupEndpoints>().Map(routes);
            var gate = services.GetRequiredService<ApiGate>();
            gate.Guard(routes.MapOpenApi("/api/{documentName}/openapi.json"));
            var mcp = routes.MapMcp("/mcp");
            MessageCheck.Guard(mcp);
            gate.Guard(mcp);
        }

        return routes;
    }
}
