using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Chat.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bot.Api.Mcp;

/// <summary>Registers the MCP server, whichever way its messages come.</summary>
internal static class McpServices
{
    // The schema of an answer is that of what is written: numbers are numbers.
    private static readonly JsonSerializerOptions Json = new(McpJsonUtilities.DefaultOptions)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(JsonForm.Default, McpJsonUtilities.DefaultOptions.TypeInfoResolver),
    };

    public static IMcpServerBuilder AddSeminarMcp(this IServiceCollection services)
    {
        services.TryAddSingleton<Lookups>();
        services.TryAddSingleton<ReadingResources>();

        // The library logs what it cannot serve with the words of the request. Faults of a command are in the router's log, without them.
        services.AddLogging(logging => logging.AddFilter("ModelContextProtocol", LogLevel.None));
        return services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation
                {
                    Name = "seminar-bot",
                    Title = "Seminar Bot",
                    Version = typeof(McpServices).Assembly.GetName().Version?.ToString(3) ?? "0",
                };
                options.ServerInstructions = SeminarPrompts.Instructions;
            })
            .WithTools<SeminarTools>(Json)
            .WithRequestFilters(filters => filters.AddCallToolFilter(Checked))
            .WithPrompts<SeminarPrompts>()
            .WithListResourcesHandler((request, _) => ValueTask.FromResult(Resources(request).List(request.Params?.Cursor)))
            .WithListResourceTemplatesHandler((_, _) => ValueTask.FromResult(ReadingResources.Templates()))
            .WithReadResourceHandler((request, _) => ValueTask.FromResult(Resources(request).Read(request.Params?.Uri ?? "")))
            .WithCompleteHandler((request, _) => ValueTask.FromResult(new CompleteResult { Completion = Complete(request) }));
    }

    private static McpRequestHandler<CallToolRequestParams, CallToolResult> Checked(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        (request, cancellationToken) => request is { MatchedPrimitive: McpServerTool tool, Params.Arguments: var given }
            && ToolArguments.Problem(tool.ProtocolTool, given ?? new Dictionary<string, JsonElement>()) is { } problem
                ? ValueTask.FromResult(SeminarTools.Error(problem))
                : next(request, cancellationToken);

    private static Completion Complete(RequestContext<CompleteRequestParams> request)
    {
        var names = request.Params is { Argument: { Name: "reading" } argument } ? Resources(request).Names(argument.Value ?? "") : [];
        return new Completion { Values = [.. names], Total = names.Count };
    }

    private static ReadingResources Resources<T>(RequestContext<T> request) =>
        (request.Services ?? throw new InvalidOperationException("The server was made without services.")).GetRequiredService<ReadingResources>();
}
