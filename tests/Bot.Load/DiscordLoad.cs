using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Fake;

namespace Bot.Load;

/// <summary><c>/ask</c> from many members as Discord sends it, with a loopback Discord for later answers.</summary>
internal sealed class DiscordLoad : IMembersLoad
{
    private const int Members = 500;
    private const long FirstMember = 400000000000001000;
    private const long GreedyMember = 400000000000000999;

    private readonly LoopbackDiscord discord;
    private readonly ConcurrentDictionary<int, string> tokens = new();
    private readonly ConcurrentDictionary<int, string> deferred = new();

    private DiscordLoad(LoopbackDiscord discord) => this.discord = discord;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["BOT__Discord__ApplicationId"] = LoopbackDiscord.BotId,
        ["BOT__Discord__PublicKey"] = discord.Key.PublicKey,
        ["BOT__Discord__Token"] = LoopbackDiscord.Token,
        ["BOT__Discord__ApiBase"] = discord.ApiBase,
    };

    public TimeSpan Timeout => TimeSpan.FromSeconds(3);

    public int Missing => discord.Pending;

    public static async Task<DiscordLoad> StartAsync() => new(await LoopbackDiscord.StartAsync());

    public HttpRequestMessage Request(Uri host, int number) =>
        Command(host, number, FakeInteractions.Command("ask", ("question", Questions.Of(number))), FirstMember + (number % Members));

    public HttpRequestMessage Greedy(Uri host, int number) =>
        Command(host, number, FakeInteractions.Command("checkquote", ("quote", LargeReadings.WordsOfEverything)), GreedyMember);

    public bool IsAnswered(int number) => !deferred.TryGetValue(number, out var token) || !discord.IsPending(token);

    private HttpRequestMessage Command(Uri host, int number, JsonObject interaction, long member)
    {
        interaction["member"]!["user"]!["id"] = member.ToString(CultureInfo.InvariantCulture);
        tokens[number] = (string?)interaction["token"] ?? "";
        return discord.Request(interaction, host);
    }

    public string Take(int number, string body)
    {
        var response = JsonNode.Parse(body);
        if (tokens.TryRemove(number, out var token))
        {
            discord.Take(token, LoopbackDiscord.Channel, response);
            if ((int?)response?["type"] == 5)
            {
                deferred[number] = token;
            }
        }

        return (int?)response?["type"] switch
        {
            4 when ((string?)response["data"]?["content"] ?? "").StartsWith("Too many", StringComparison.Ordinal) => "busy",
            4 => "answered at once",
            5 => "deferred",
            var other => $"type {other}",
        };
    }

    public ValueTask DisposeAsync() => discord.DisposeAsync();
}
