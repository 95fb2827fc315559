using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Testing;
using ModelContextProtocol.Client;

namespace Bot.Api.Tests.Mcp;

/// <summary>The MCP server as an assistant starts it.</summary>
public sealed class StdioMcpTests(StdioMcpTests.Server server) : McpContract, IClassFixture<StdioMcpTests.Server>
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>The arguments of the program: with lexical search only, which is fast.</summary>
    internal static string[] Arguments { get; } =
    [
        Path.Combine(AppContext.BaseDirectory, "bot.dll"), "mcp", "--readings", Path.Combine(Repository.Root, "seeds"),
        "--Embedding:Provider", "None", "--SecondStage:Enabled", "false",
    ];

    protected override McpClient Client => server.Client;

    [Fact]
    public async Task NothingButTheProtocolIsOnStandardOutputAndNoWordsAreOnStandardError()
    {
        using var process = Start([.. Arguments, "--Logging:LogLevel:Default", "Trace"]);
        using var timeout = new CancellationTokenSource(Timeout);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.StandardInput.WriteAsync(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            no protocol
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"show","arguments":{"anchor":"¶2","reading":"case-for-pressure"}}}
            {"jsonrpc":"2.0","id":3,"method":"resources/read","params":{"uri":"seminar://readings/zeppelins"}}
            {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Is a zeppelin a weapon?","reading":"zeppelins"}}}

            """.ReplaceLineEndings("\n"));
        await process.StandardInput.FlushAsync(timeout.Token);

        var answered = new HashSet<int>();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            var message = JsonDocument.Parse(line).RootElement;
            Assert.Equal("2.0", message.GetProperty("jsonrpc").GetString());
            if (message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && answered.Add(id.GetInt32()) && answered.Count == 4)
            {
                process.StandardInput.Close();
            }
        }

        await process.WaitForExitAsync(timeout.Token);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal([1, 2, 3, 4], answered.Order());
        Assert.DoesNotContain("zeppelin", await error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AWrongSettingIsReportedOnlyOnStandardError()
    {
        using var process = Start([.. Arguments, "--Api:AtOnce", "0"]);
        using var timeout = new CancellationTokenSource(Timeout);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
        await process.WaitForExitAsync(timeout.Token);

        Assert.Equal(2, process.ExitCode);
        Assert.Equal("", await output);
        Assert.Contains("Api:AtOnce must be between 1 and 100.", await error, StringComparison.Ordinal);
    }

    private static Process Start(string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        }) ?? throw new InvalidOperationException("dotnet did not start.");

    /// <summary>A process and a client that the tests share.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal McpClient Client { get; private set; } = null!;

        public async Task InitializeAsync() => Client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = Arguments,
            WorkingDirectory = AppContext.BaseDirectory,
        }));

        public async Task DisposeAsync() => await Client.DisposeAsync();
    }
}
