using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Chat;
using Bot.Library;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Api.Tests;

/// <summary>The API and the MCP server with the shipped readings, the real server and the real seminar; with lexical search only, which is fast.</summary>
internal sealed class ApiUnderTest : IAsyncDisposable
{
    /// <summary>A key for the settings of tests.</summary>
    public const string Key = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;

    private ApiUnderTest(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Its loopback address.</summary>
    public Uri Address { get; }

    /// <summary>A client without a key.</summary>
    public HttpClient Client { get; }

    /// <summary>The log.</summary>
    public LogOfTest Log => app.Services.GetRequiredService<LogOfTest>();

    public Shelf Shelf => app.Services.GetRequiredService<Shelf>();

    /// <summary>Starts it.</summary>
    /// <param name="isPublic">Whether the program is public.</param>
    /// <param name="ask">Replaces the command <c>ask</c>.</param>
    /// <param name="settings">Other settings.</param>
    public static async Task<ApiUnderTest> StartAsync(
        bool isPublic = false, Func<CancellationToken, Task<ChatReply>>? ask = null, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Readings:Folder"] = Path.Combine(Repository.Root, "seeds"),
            ["Readings:Watch"] = "false",
            ["Embedding:Provider"] = "None",
            ["SecondStage:Enabled"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders().AddFilter<LogOfTest>(level => level >= LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<LogOfTest>().AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogOfTest>());
        builder.Services.AddLibrary(builder.Configuration).AddSeminar().AddApi(isPublic);
        if (ask is not null)
        {
            builder.Services.AddSingleton(provider => new CommandCatalogue(provider.GetServices<ISeminarCommand>()
                .Select(command => command.Info.Name == "ask" ? new Replaced(command.Info, ask) : command)));
        }

        var app = builder.Build();
        app.MapApi();
        await app.StartAsync();
        return new ApiUnderTest(app);
    }

    /// <summary>Runs a command with a body.</summary>
    public Task<Response> PostAsync(string command, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, $"/api/v1/{command}", body, headers);

    /// <summary>Sends a request.</summary>
    public async Task<Response> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return new Response(
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class Replaced(CommandInfo info, Func<CancellationToken, Task<ChatReply>> run) : ISeminarCommand
    {
        public CommandInfo Info => info;

        public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) => run(cancellationToken);
    }

    /// <summary>A response.</summary>
    internal sealed record Response(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        /// <summary>The detail of the problem details.</summary>
        public string Detail
        {
            get
            {
                Assert.Equal("application/problem+json", Headers["Content-Type"]);
                Assert.Equal((int)Status, Json.GetProperty("status").GetInt32());
                return Json.GetProperty("detail").GetString() ?? "";
            }
        }
    }
}
