using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Api.Answering;
using Bot.Chat.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bot.Api.Mcp;

/// <summary>Registers the MCP server for all transports.</summary>
internal static partial class McpServices
{
    private static readonly JsonSerializerOptions Json = new(McpJsonUtilities.DefaultOptions)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(JsonForm.Default.WithAddedModifier(LeaveOutId), McpJsonUtilities.DefaultOptions.TypeInfoResolver),
    };

    public static IMcpServerBuilder AddSeminarMcp(this IServiceCollection services)
    {
        services.TryAddSingleton<Lookups>();
        services.TryAddSingleton<ReadingResources>();
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
            .WithRequestFilters(filters => filters.AddCallToolFilter(CheckFirst).AddGetPromptFilter(CheckFirst))
            .WithPrompts<SeminarPrompts>()
            .WithListResourcesHandler(Handler<ListResourcesRequestParams, ListResourcesResult>((resources, asked) => resources.List(asked?.Cursor)))
            .WithListResourceTemplatesHandler(Handler<ListResourceTemplatesRequestParams, ListResourceTemplatesResult>(
            (_, _) => ReadingResources.ListTemplates()))
            .WithReadResourceHandler(Handler<ReadResourceRequestParams, ReadResourceResult>((resources, asked) => resources.Read(asked?.Uri ?? "")))
            .WithCompleteHandler(Handler<CompleteRequestParams, CompleteResult>(Complete));
    }

    // Tool calls have no id, and its schema would be just “true”, which some clients do not accept.
    private static void LeaveOutId(JsonTypeInfo type)
    {
        if (type.Type == typeof(JsonAnswer) && type.Properties.FirstOrDefault(property => property.Name == "id") is { } id)
        {
            type.Properties.Remove(id);
        }
    }

    private static McpRequestHandler<CallToolRequestParams, CallToolResult> CheckFirst(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        (request, cancellationToken) => request is { MatchedPrimitive: McpServerTool tool, Params.Arguments: var given }
            && ToolArguments.FindProblem(tool.ProtocolTool, given ?? new Dictionary<string, JsonElement>()) is { } problem
                ? ValueTask.FromResult(SeminarTools.CreateError(problem))
                : next(request, cancellationToken);

    private static McpRequestHandler<GetPromptRequestParams, GetPromptResult> CheckFirst(McpRequestHandler<GetPromptRequestParams, GetPromptResult> next) =>
        (request, cancellationToken) => request is { MatchedPrimitive: McpServerPrompt prompt, Params.Arguments: var given }
            && PromptArguments.FindProblem(prompt.ProtocolPrompt, given ?? new Dictionary<string, JsonElement>()) is { } problem
                ? throw new McpProtocolException(problem, McpErrorCode.InvalidParams)
                : next(request, cancellationToken);

    private static CompleteResult Complete(ReadingResources resources, CompleteRequestParams? asked)
    {
        var names = asked is { Argument: { Name: "reading" } argument } ? resources.Names(argument.Value ?? "") : [];
        return new CompleteResult { Completion = new Completion { Values = [.. names], Total = names.Count } };
    }

    // The library's own log is off, because it contains the words of requests, so exceptions are logged here.
    private static McpRequestHandler<TParams, TResult> Handler<TParams, TResult>(Func<ReadingResources, TParams?, TResult> answer) => (request, _) =>
    {
        var services = request.Services ?? throw new InvalidOperationException("The server was made without services.");
        try
        {
            return ValueTask.FromResult(answer(services.GetRequiredService<ReadingResources>(), request.Params));
        }
        catch (Exception fault) when (fault is not McpException)
        {
            LogFault(services.GetRequiredService<ILogger<ReadingResources>>(), fault, typeof(TResult).Name);
            throw;
        }
    };

    [LoggerMessage(LogLevel.Error, "A request for a {Kind} failed.")]
    private static partial void LogFault(ILogger logger, Exception fault, string kind);
}
