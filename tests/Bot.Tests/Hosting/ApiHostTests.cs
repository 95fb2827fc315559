using System.Net;
using Bot.Hosting;

namespace Bot.Tests.Hosting;

/// <summary>The API and the MCP server in the program.</summary>
public sealed class ApiHostTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Forbidden, "Slack:PublicUrl", "https://bot.example.org")]
    [InlineData(HttpStatusCode.Forbidden, "Slack:Token", "xoxb-1", "Slack:SigningSecret", "secret")]
    [InlineData(HttpStatusCode.Unauthorized, "Api:Keys", "0123456789abcdef0123456789abcdef")]
    [InlineData(HttpStatusCode.NotFound, "Api:Enabled", "false")]
    public async Task TheyAreOpenToThisMachineUnlessOthersCanReachTheProgram(HttpStatusCode status, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-api-").FullName;
        var all = settings.Chunk(2).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        await using (var host = BotHost.Build(new Dictionary<string, string?>(all)
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Console:Mode"] = "Off",
            ["Embedding:Provider"] = "None",
            ["SecondStage:Enabled"] = "false",
            ["Storage:Folder"] = folder,
        }))
        {
            await host.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };

            using var readings = await client.GetAsync(new Uri("/api/v1/readings", UriKind.Relative));
            using var mcp = await client.PostAsync(new Uri("/mcp", UriKind.Relative), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

            Assert.Equal(status, readings.StatusCode);

            // An authorized client gets an error, because this is not a message of the protocol.
            Assert.Equal(status == HttpStatusCode.OK ? HttpStatusCode.NotAcceptable : status, mcp.StatusCode);
            await host.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
