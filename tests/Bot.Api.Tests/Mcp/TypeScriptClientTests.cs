using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Testing;

namespace Bot.Api.Tests.Mcp;

/// <summary>Another client: the official one for TypeScript, on Node.js.</summary>
public sealed class TypeScriptClientTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    [TypeScriptFact]
    public async Task ItUsesTheServerOverHttp()
    {
        await using var api = await ApiUnderTest.StartAsync();

        Check(await RunAsync("http", new Uri(api.Address, "/mcp").AbsoluteUri));
    }

    [TypeScriptFact]
    public async Task ItUsesTheServerOverStandardStreams() => Check(await RunAsync(["stdio", "dotnet", .. StdioMcpTests.Arguments]));

    private static void Check(JsonElement got)
    {
        Assert.Equal("seminar-bot", got.GetProperty("server").GetString());
        Assert.Equal(6, got.GetProperty("tools").GetArrayLength());
        Assert.Equal("verbatim", got.GetProperty("verdict").GetString());
        Assert.All(got.GetProperty("statuses").EnumerateArray(), status => Assert.Contains(status.GetString(), (string[])["answered", "unsure"]));
        Assert.True(got.GetProperty("wrong").GetProperty("isError").GetBoolean());
        Assert.StartsWith("There is no ¶99", got.GetProperty("wrong").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(6, got.GetProperty("resources").GetInt32());
        Assert.StartsWith("Consider what is being excused.", got.GetProperty("paragraph").GetString(), StringComparison.Ordinal);
        Assert.Contains("checkquote", got.GetProperty("prompt").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var script = Path.Combine(Repository.Root, "tests", "Bot.Api.Tests", "Mcp", "typescript-client.mjs");
        using var timeout = new CancellationTokenSource(Timeout);
        using var node = Process.Start(new ProcessStartInfo("node", [script, TypeScriptFactAttribute.Folder ?? "", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        }) ?? throw new InvalidOperationException("node did not start.");
        var (output, error) = (node.StandardOutput.ReadToEndAsync(timeout.Token), node.StandardError.ReadToEndAsync(timeout.Token));
        await node.WaitForExitAsync(timeout.Token);
        Assert.True(node.ExitCode == 0, await error);
        return JsonDocument.Parse(await output).RootElement;
    }
}

/// <summary>A test with the TypeScript client; skipped if it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TypeScriptFactAttribute : FactAttribute
{
    /// <summary>The environment variable with the folder where the client is installed.</summary>
    public const string Variable = "BOT_TEST_MCP_TYPESCRIPT";

    public TypeScriptFactAttribute() => Skip = Folder is null
        ? $"{Variable} names no folder in which “npm install @modelcontextprotocol/sdk” was run."
        : null;

    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable);
}
