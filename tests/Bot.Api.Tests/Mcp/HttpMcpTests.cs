using System.Net;
using System.Net.Http.Json;
using ModelContextProtocol.Client;

namespace Bot.Api.Tests.Mcp;

/// <summary>The MCP server over HTTP.</summary>
public sealed class HttpMcpTests(HttpMcpTests.Server server) : McpContract, IClassFixture<HttpMcpTests.Server>
{
    protected override McpClient Client => server.Client;

    [Fact]
    public async Task AClientOfAnEarlierRevisionIsServedToo()
    {
        await using var client = await ConnectAsync(server.Api, null, new McpClientOptions { ProtocolVersion = "2025-06-18" });

        Assert.Equal("2025-06-18", client.NegotiatedProtocolVersion);
        Assert.Equal(6, (await client.ListToolsAsync()).Count);
    }

    [Fact]
    public async Task AClientNeedsTheKeyIfOneIsSet()
    {
        await using var api = await ApiUnderTest.StartAsync(settings: [("Api:Keys", ApiUnderTest.Key)]);

        var refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => ConnectAsync(api));
        await using var client = await ConnectAsync(api, ApiUnderTest.Key);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(6, (await client.ListToolsAsync()).Count);
    }

    [Theory]
    [InlineData("/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-protected-resource/mcp")]
    [InlineData("/.well-known/oauth-authorization-server")]
    public async Task AClientThatLooksForAnIssuerFindsNone(string address)
    {
        await using var api = await ApiUnderTest.StartAsync(settings: [("Api:Keys", ApiUnderTest.Key)]);
        using var client = new HttpClient();

        using var refused = await client.PostAsync(new Uri(api.Address, "/mcp"), JsonContent.Create(new { }));
        using var found = await client.GetAsync(new Uri(api.Address, address));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).ToString());
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
    }

    [Fact]
    public async Task QuestionsAreNotLogged()
    {
        await Client.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = "Is a zeppelin a weapon?" });
        await Client.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = "Why?", ["reading"] = "zeppelins" });
        await Assert.ThrowsAnyAsync<Exception>(async () => await Client.ReadResourceAsync("seminar://readings/zeppelins"));

        // The library's own log entries contain text; the program filters them, which other tests check.
        var lines = server.Api.Log.Lines.Where(line => !line.Contains(" ModelContextProtocol.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains("zeppelin", StringComparison.OrdinalIgnoreCase));
    }

    private static Task<McpClient> ConnectAsync(ApiUnderTest api, string? key = null, McpClientOptions? options = null) =>
        McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions
            {
                Endpoint = new Uri(api.Address, "/mcp"),
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = key is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
            }),
            options);

    /// <summary>A server and a client that the tests share.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal ApiUnderTest Api { get; private set; } = null!;

        internal McpClient Client { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Api = await ApiUnderTest.StartAsync(settings: [("Api:Burst", "10000")]);
            Client = await ConnectAsync(Api);
        }

        public async Task DisposeAsync()
        {
            await Client.DisposeAsync();
            await Api.DisposeAsync();
        }
    }
}
