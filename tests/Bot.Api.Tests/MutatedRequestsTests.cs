using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Bot.Seminar.Commands;
using Bot.Testing;
using Xunit.Abstractions;

namespace Bot.Api.Tests;

/// <summary>
/// Broken and forged requests to the API and the MCP server. The same seed gives the same requests.
/// </summary>
[Collection(Alone.Name)]
public sealed class MutatedRequestsTests(ITestOutputHelper output)
{
    private const int Seed = 20260419;

    private static readonly string[] Bodies =
    [
        """{"id":"q1","text":"Have sanctions worked?","options":{"reading":"what-sanctions-did"}}""",
        """{"id":7,"text":"\"oil exports\" sanctions -Russia","options":{"page":2}}""",
        """{"text":"Sanctions will force North Korea to give up its nuclear weapons."}""",
        """{"text":"case-for-engagement","options":{"length":"short"}}""",
        """{"text":"case-for-pressure ¶2.1"}""",
        """{"text":"As punishment, the sanctions worked while the Security Council … disagreed."}""",
        "{}",
    ];

    private static readonly string[] Messages =
    [
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
        """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
        """{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"cursor":"3"}}""",
        """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Have sanctions worked?","reading":"case-for-pressure"}}}""",
        """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"find","arguments":{"words":"arms control","page":2}}}""",
        """{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"show","arguments":{"anchor":"¶2.1","reading":"case-for-pressure"}}}""",
        """{"jsonrpc":"2.0","id":6,"method":"resources/list","params":{"cursor":"0"}}""",
        """{"jsonrpc":"2.0","id":7,"method":"resources/read","params":{"uri":"seminar://readings/case-for-pressure/paragraphs/2"}}""",
        """{"jsonrpc":"2.0","id":8,"method":"prompts/get","params":{"name":"check-quotes","arguments":{"essay":"He said “so”."}}}""",
        """{"jsonrpc":"2.0","id":9,"method":"completion/complete","params":{"ref":{"type":"ref/resource","uri":"seminar://readings/{reading}"},"argument":{"name":"reading","value":"case"}}}""",
        """{"jsonrpc":"2.0","id":10,"method":"logging/setLevel","params":{"level":"debug"}}""",
        """[{"jsonrpc":"2.0","id":11,"method":"ping"}]""",
    ];

    private static readonly string[] Odd =
    [
        "\0", "\\u0000", "\\ud800", "\uFFFD", "\"", "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-1", "99999999999999999999", "[[[[[[[[[[", "\r\n",
        "😀", "¶", "&", "%", "\\", "\u202E", "../", "<script>", "tools/call", "\"id\":{},", "\"params\":7,", "\"options\":null,", "\"arguments\":[],",
    ];

    private static readonly (string Name, string Value)[] OddHeaders =
    [
        ("Accept", "text/html"), ("Accept", "*/*"), ("MCP-Protocol-Version", "1999-01-01"), ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Session-Id", "../../etc"),
        ("Last-Event-ID", "-1"), ("Origin", "https://evil.example"), ("Host", "evil.example"), ("Mcp-Method", "tools/call"), ("Mcp-Name", "ask"),
        ("X-HTTP-Method-Override", "DELETE"), ("Expect", "100-continue"), ("Cookie", "key=1"),
    ];

    private static readonly HttpStatusCode[] Refusals =
        [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestUriTooLong];

    [Fact]
    public async Task NoneBreaksTheServerAndNothingIsDoneWithoutTheKey()
    {
        await using var api = await ApiUnderTest.StartAsync(settings: [("Api:Keys", ApiUnderTest.Key), ("Api:Burst", "100000")]);
        using var commands = new CommandCount();
        var random = new Random(Seed);
        var faults = new List<string>();
        var statuses = new SortedDictionary<int, int>();

        for (var i = 0; i < MutatedRequests.Count; i++)
        {
            var isKeyed = random.Next(4) != 0;
            using var request = Make(random, isKeyed);
            var before = commands.Total;
            using var response = await api.Client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();

            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (status >= 500)
            {
                faults.Add($"{i}: {status} {request.Method} {request.RequestUri}: {body} {api.Log.Lines.LastOrDefault(IsFault)}");
            }

            if (!isKeyed)
            {
                // The web server itself refuses wrong methods and content types, and lines that are too long.
                Assert.Contains(response.StatusCode, Refusals);
                Assert.Equal(before, commands.Total);
            }
        }

        output.WriteLine($"{MutatedRequests.Count} requests: {string.Join(", ", statuses.Select(status => $"{status.Key} {status.Value} times"))}; {commands.Total} commands were run.");

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.DoesNotContain(api.Log.Lines, IsFault);

        // Enough of them were accepted for the test to be useful, and the server still answers.
        Assert.InRange(statuses[200], MutatedRequests.Count / 10, MutatedRequests.Count);
        Assert.InRange(commands.Total, MutatedRequests.Count / 10, MutatedRequests.Count);
        Assert.InRange(statuses[400], MutatedRequests.Count / 10, MutatedRequests.Count);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync("ask", Bodies[0], ("Authorization", $"Bearer {ApiUnderTest.Key}"))).Status);
    }

    private static bool IsFault(string line) => line.StartsWith("Error Bot.", StringComparison.Ordinal) || line.StartsWith("Error Microsoft.", StringComparison.Ordinal);

    private static HttpRequestMessage Make(Random random, bool isKeyed)
    {
        var isMcp = random.Next(2) == 0;
        var isGet = !isMcp && random.Next(6) == 0;
        var command = Pick(random, ["ask", "find", "counter", "summary", "show", "checkquote", "readings"]);
        var path = isMcp ? "/mcp" : $"/api/v1/{command}";
        if (isGet)
        {
            path = $"/api/v1/{Pick(random, ["show", "readings"])}?text={Uri.EscapeDataString(Mutate(random, "case-for-pressure ¶2"))}&{Pick(random, ["reading=x", "page=1", "page", "=", "text=2", ""])}";
        }

        var method = isGet ? HttpMethod.Get : random.Next(40) == 0 ? new HttpMethod(Pick(random, ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])) : HttpMethod.Post;
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (!isGet)
        {
            var whole = Pick(random, isMcp ? Messages : Bodies);
            request.Content = new ByteArrayContent(Bytes(random, random.Next(3) == 0 ? whole : Mutate(random, whole)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(20) == 0 ? Pick(random, ["text/plain", "x", "application/json; charset=utf-7"]) : "application/json");
        }

        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        if (random.Next(8) == 0)
        {
            var (name, value) = OddHeaders[random.Next(OddHeaders.Length)];
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var forged = Pick<string?>(random, [null, "Bearer", $"Bearer {ApiUnderTest.Key[..^1]}", $"Basic {ApiUnderTest.Key}", $"Bearer {ApiUnderTest.Key} {ApiUnderTest.Key}", "Bearer sha256:0"]);
        if ((isKeyed ? $"Bearer {ApiUnderTest.Key}" : forged) is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private static string Mutate(Random random, string body) => MutatedRequests.Mutate(random, body, Odd, "[{\"a¶");

    private static byte[] Bytes(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(10) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];

    /// <summary>How many commands were run in this process.</summary>
    private sealed class CommandCount : IDisposable
    {
        private readonly MeterListener listener = new();
        private long total;

        public CommandCount()
        {
            listener.InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == CommandTelemetry.SourceName && instrument.Name == "seminarbot.commands")
                {
                    own.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref total, value));
            listener.Start();
        }

        public long Total => Interlocked.Read(ref total);

        public void Dispose() => listener.Dispose();
    }
}

/// <summary>Tests that count events of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
