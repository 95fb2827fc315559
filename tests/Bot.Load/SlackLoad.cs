using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Slack.Fake;

namespace Bot.Load;

/// <summary><c>/ask</c> from many members as Slack sends it, with a loopback Slack for later answers.</summary>
internal sealed class SlackLoad : IMembersLoad
{
    private const int Members = 500;

    private readonly FakeSlack slack;
    private readonly ConcurrentDictionary<int, string> deliveries = new();
    private readonly ConcurrentDictionary<int, string> promised = [];

    private SlackLoad(FakeSlack slack) => this.slack = slack;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["BOT__Slack__SigningSecret"] = FakeSlack.SigningSecret,
        ["BOT__Slack__Token"] = FakeSlack.Token,
        ["BOT__Slack__ApiBase"] = slack.ApiBase.AbsoluteUri,
    };

    public TimeSpan Timeout => TimeSpan.FromSeconds(3);

    public int Missing => promised.Values.Count(delivery => !slack.Responses.IsUsed(delivery));

    public static async Task<SlackLoad> StartAsync() => new(await FakeSlack.StartAsync());

    public HttpRequestMessage Request(Uri host, int number) => Command(host, number, "ask", Questions.Of(number), MemberOf(number));

    public HttpRequestMessage Greedy(Uri host, int number) => Command(host, number, "checkquote", LargeReadings.WordsOfEverything, "U0GREEDY");

    public bool IsAnswered(int number) => !promised.TryGetValue(number, out var delivery) || slack.Responses.IsUsed(delivery);

    private HttpRequestMessage Command(Uri host, int number, string command, string text, string member)
    {
        // Unique, because the host's database may contain those of an earlier run.
        var delivery = Guid.NewGuid().ToString("N");

        deliveries[number] = delivery;

        // From here on the response URL accepts answers: one can arrive before the acknowledgement was read.
        var body = Payloads.Command(slack, command, text, FakeSlack.Channel, member, delivery);
        return Member.Sign(new Uri(host, "/slack/commands").AbsoluteUri, body, TimeProvider.System.GetUtcNow());
    }

    public string Take(int number, string body)
    {
        deliveries.TryRemove(number, out var delivery);
        if (body.Length == 0)
        {
            promised[number] = delivery ?? "";
            return "acknowledged";
        }

        var message = JsonNode.Parse(body) as JsonObject ?? [];
        if (slack.Screen.Show(FakeSlack.Channel, message, MemberOf(number)).Error is { } error)
        {
            return error;
        }

        return ((string?)message["text"] ?? "").StartsWith("Too many", StringComparison.Ordinal) ? "busy" : "answered at once";
    }

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    private static string MemberOf(int number) => $"U0MEMBER{number % Members}";
}
