using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bot.Load;

/// <summary>Look-ups over the HTTP API, alternating <c>ask</c>, <c>find</c>, <c>counter</c> and <c>show</c>, with the second stage off.</summary>
internal sealed class ApiLoad : IPlatformLoad
{
    private static readonly string[] Commands = ["ask", "find", "counter", "show"];

    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["BOT__SecondStage__Enabled"] = "false",

        // Without limits, because the test measures capacity.
        ["BOT__Api__Burst"] = "100000",
        ["BOT__Api__Every"] = "00:00:00.001",
    };

    public TimeSpan Timeout => TimeSpan.FromSeconds(1);

    public int Missing => 0;

    public HttpRequestMessage Request(Uri host, int number)
    {
        var command = Commands[number % Commands.Length];
        var text = command == "show" ? string.Create(CultureInfo.InvariantCulture, $"what-sanctions-did ¶{1 + (number % 30)}") : Questions.Of(number / Commands.Length);
        return new HttpRequestMessage(HttpMethod.Post, new Uri(host, $"/api/v1/{command}")) { Content = JsonContent.Create(new { text }) };
    }

    public string Take(int number, string body) => (string?)JsonNode.Parse(body)?["status"] ?? "no status";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
