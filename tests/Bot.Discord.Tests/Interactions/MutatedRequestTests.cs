using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Interactions;

/// <summary>Thousands of invalid requests: none may cause an exception, have an effect without a signature, or write to the log.</summary>
public sealed class MutatedRequestTests : IAsyncLifetime, IDisposable
{
    private const int Seed = 20_261_124;
    private const string Forgers = "400000000000000666";

    private static readonly SigningKey Key = new();
    private static readonly Func<JsonObject>[] Originals =
    [
        () => FakeInteractions.Ping(),
        () => FakeInteractions.Command("ask", ("question", "Did it rain?"), ("reading", "on-rain")),
        () => FakeInteractions.Command("debate schedule", ("time", "09:00"), ("zone", "Europe/Lisbon")).ByTeacher(),
        () => FakeInteractions.OnMessage("Check quote", "It rained."),
        () => FakeInteractions.OnMessage("Check quote", "It rained.").WithMessageFiles(Essay()),
        () => FakeInteractions.Command("checkquote").WithFile(Essay()),
        () => FakeInteractions.Form("1||checkquote|", ("text", "")).WithFormFiles(Essay(), Essay()),
        () => FakeInteractions.Typing("ask", "reading", "ra", ("question", "Why?")),
        () => FakeInteractions.Press("a1||counter|¶4.2 reading:on-rain"),
        () => FakeInteractions.Press("share"),
        () => FakeInteractions.Press("c1|a1b2c3|ask|Did it rain? reading:on-snow"),
        () => FakeInteractions.Press("d1||summary|¶9 reading:on-rain length:short"),
        () => FakeInteractions.Press("e1||helpful|yes ask on-rain 1a2b3c4d"),
        () => FakeInteractions.Press("E1||feedback why|"),
        () => FakeInteractions.Form("1||feedback why|", "text", "It missed the point."),
        () => FakeInteractions.Command("readings add").ByTeacher().WithFile(Essay()),
        () => FakeInteractions.OnMessage("Add to readings", "").WithMessageFiles(Essay()).ByTeacher(),
        () => FakeInteractions.Form("1||counter|reading:on-rain", "text", "It rained."),
        () => FakeInteractions.Form("1||debate schedule|", ("text.0", "09:00"), ("option.zone", "Europe/Lisbon"), ("channel", new JsonArray("400000000000000005")))
            .WithChannel("400000000000000005", byTeacher: true),
        () => FakeInteractions.Press("A1||debate schedule|").ByTeacher(),
        () => FakeInteractions.Command("ask", ("question", "Did it rain?")).AsGuest(isInServer: false),
        () => FakeInteractions.Command("ask", ("question", "Did it rain?")).InDirectMessages(),
        () => FakeEvents.Authorized(),
        () => FakeEvents.Ping(),
    ];

    private readonly ScriptedSeminar seminar = FileTests.ReadingSeminar([.. new ScriptedSeminar().Commands.Where(info => info.Name != "checkquote")]);
    private readonly LogLines log = new(LogLevel.Information);
    private readonly CancellationTokenSource stop = new();
    private WebApplication app = null!;
    private Task running = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:ApplicationId"] = LoopbackDiscord.BotId,
            ["Discord:PublicKey"] = Key.PublicKey,
            ["Discord:Token"] = LoopbackDiscord.Token,

            // Nobody listens there: immediate answers need no call.
            ["Discord:ApiBase"] = "http://127.0.0.1:9/",
            ["Discord:FilesBase"] = "http://127.0.0.1:9/",
        });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseTestServer();
        builder.Services.AddDiscord(builder.Configuration);
        app = builder.Build();
        app.MapDiscord();
        await app.StartAsync();
        running = app.Services.GetRequiredService<DiscordAdapter>().RunAsync(seminar, stop.Token);
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.DisposeAsync();
    }

    public void Dispose()
    {
        stop.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task NoRequestCausesAnErrorOrActsUnsigned()
    {
        var chance = new Random(Seed);
        using var client = app.GetTestClient();
        var counts = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < MutatedRequests.Count; i++)
        {
            var (request, isSigned) = Mutated(chance);
            using (request)
            {
                using var response = await client.SendAsync(request);
                counts[response.StatusCode] = counts.GetValueOrDefault(response.StatusCode) + 1;
                Assert.True((int)response.StatusCode < 500, $"request {i} gave {response.StatusCode}");
                if (!isSigned)
                {
                    Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
                }
            }
        }

        // Each outcome must occur, otherwise the mutations are too weak.
        Assert.All(
            [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized],
            status => Assert.InRange(counts.GetValueOrDefault(status), MutatedRequests.Count / 100, MutatedRequests.Count));
        Assert.InRange(seminar.Got.Count, MutatedRequests.Count / 100, MutatedRequests.Count);
        Assert.DoesNotContain(seminar.Got, command => command.User.Id == Forgers);
        Assert.All(log.Lines, line => Assert.DoesNotContain(line, char.IsControl));
    }

    private static JsonObject Essay() => new()
    {
        ["id"] = Snowflakes.Next(),
        ["filename"] = "essay.txt",
        ["size"] = 10,
        ["url"] = "http://127.0.0.1:9/attachments/1/2/essay.txt",
    };

    private static (HttpRequestMessage Request, bool IsSigned) Mutated(Random chance)
    {
        var interaction = Originals[chance.Next(Originals.Length)]();
        var isForged = chance.Next(4) == 0;
        if (isForged && interaction["member"]?["user"] is JsonObject member)
        {
            member["id"] = Forgers;
        }

        var path = interaction.ContainsKey("application_id") && !interaction.ContainsKey("token") ? SignedRequest.EventsPath : SignedRequest.Path;
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes(interaction.ToJsonString());
        if (isForged)
        {
            return (Unsigned(chance, body, timestamp, path), false);
        }

        switch (chance.Next(3))
        {
            case 0:
                body = BrokenBytes(chance, body);
                break;
            default:
                for (var times = chance.Next(1, 5); times > 0; times--)
                {
                    Twist(chance, interaction);
                }

                var json = interaction.ToJsonString();
                body = Encoding.UTF8.GetBytes(chance.Next(4) == 0 ? WithHalfCharacter(chance, json) : json);
                break;
        }

        return (SignedRequest.Of(body, Key.Sign(timestamp, body), timestamp, path: path), true);
    }

    private static HttpRequestMessage Unsigned(Random chance, byte[] body, string timestamp, string path)
    {
        var signature = Key.Sign(timestamp, body);
        return chance.Next(8) switch
        {
            0 => SignedRequest.Of(body, null, timestamp, path: path),
            1 => SignedRequest.Of(body, signature, null, path: path),
            2 => SignedRequest.Of(body, signature[..chance.Next(signature.Length)], timestamp, path: path),
            3 => SignedRequest.Of(body, $"{signature[..^2]}zz", timestamp, path: path),
            4 => SignedRequest.Of(body, Flipped(chance, signature), timestamp, path: path),
            5 => SignedRequest.Of(body, signature, $"{timestamp}0", path: path),
            6 => SignedRequest.Of(body, new SigningKey((byte)chance.Next(50, 60)).Sign(timestamp, body), timestamp, path: path),
            _ => SignedRequest.Of(OtherBytes(chance, body), signature, timestamp, path: path),
        };
    }

    private static string Flipped(Random chance, string signature)
    {
        var bytes = Convert.FromHexString(signature);
        bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        return Convert.ToHexStringLower(bytes);
    }

    private static byte[] OtherBytes(Random chance, byte[] body)
    {
        byte[] other = [.. body];
        other[chance.Next(other.Length)] ^= (byte)(1 << chance.Next(8));
        return other;
    }

    private static byte[] BrokenBytes(Random chance, byte[] body) => chance.Next(5) switch
    {
        0 => body[..chance.Next(body.Length)],
        1 => [],
        2 => OtherBytes(chance, body),
        3 => Encoding.UTF8.GetBytes(new string('[', chance.Next(1, 5_000))),
        _ => [.. body, .. body],
    };

    // Half of a surrogate pair, as an escape, in a name or a value: the JSON writer would replace it.
    private static string WithHalfCharacter(Random chance, string json)
    {
        var (half, at) = (chance.Next(2) == 0 ? @"\ud800" : @"\udfff", chance.Next(json.Length));
        var place = json.IndexOf(chance.Next(2) == 0 ? '{' : '"', at);
        return place < 0 ? json : json.Insert(place + 1, json[place] == '{' ? $"\"{half}\":1," : half);
    }

    // Changes one random property: removes it, changes its type, or makes it huge, duplicated or nested.
    private static void Twist(Random chance, JsonObject interaction)
    {
        var places = Objects(interaction).ToList();
        var place = places[chance.Next(places.Count)];
        if (place.Count == 0)
        {
            return;
        }

        var name = place.ElementAt(chance.Next(place.Count)).Key;
        place[name] = chance.Next(12) switch
        {
            0 => null,
            1 => chance.Next(-5, 100_000),
            2 => 1e308,
            3 => "",
            4 => new string('x', chance.Next(1, 20_000)),
            5 => "\u0000\u202e\ud800 <@1> @everyone",
            6 => new JsonArray(1, "two", null, new JsonObject()),
            7 => new JsonObject { ["id"] = place[name]?.DeepClone() },
            8 => true,
            9 => "18446744073709551616",
            10 => "../../users/@me?",
            _ => JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 20)) + string.Concat(Enumerable.Repeat("]", 20))),
        };
        if (chance.Next(3) == 0)
        {
            place.Remove(name);
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
