using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The adapter connected to the loopback gateway.</summary>
public sealed class RunningGateway : IAdapterUnderTest
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, (string Name, JsonObject Data)> delivered = new();

    private RunningGateway(RunningDiscord inner) => Inner = inner;

    public RunningDiscord Inner { get; }

    public LoopbackDiscord Discord => Inner.Discord;

    public Capabilities Capabilities => Inner.Capabilities;

    public Limits Limits => Inner.Limits;

    public IChannelPoster? Poster => Inner.Poster;

    public IReadOnlyList<SeenMessage> Seen => Inner.Seen;

    public int LimitBreaches => Inner.LimitBreaches;

    /// <summary>Starts both sides and connects them.</summary>
    public static async Task<RunningGateway> StartAsync(
        ISeminar seminar, Action<Dictionary<string, string?>>? settings = null, LoopbackDiscord? discord = null, bool waits = true, TimeProvider? time = null)
    {
        discord ??= await LoopbackDiscord.StartAsync(RunningDiscord.Specification);
        var inner = await RunningDiscord.StartAsync(
            seminar,
            all =>
            {
                all["Discord:Transport"] = "Gateway";
                all["Discord:GatewayUrl"] = discord.Gateway.Address;
                settings?.Invoke(all);
            },
            discord,
            time);
        if (waits)
        {
            await Eventually.IsSoAsync(() => discord.Gateway.IsReady);
        }

        return new RunningGateway(inner);
    }

    public async Task<Acknowledgement> DeliverAsync(Happening happened)
    {
        var isNew = false;
        var (name, data) = delivered.GetOrAdd(happened.Delivery, _ =>
        {
            isNew = true;
            return EventOf(happened);
        });
        var watch = Stopwatch.StartNew();
        await Discord.Gateway.DispatchAsync(name, data);
        if (name != "INTERACTION_CREATE" || !isNew)
        {
            return new Acknowledgement(watch.Elapsed, true, null);
        }

        JsonNode? response = null;
        while (response is null && watch.Elapsed < Timeout)
        {
            await Task.Delay(5);
            response = Discord.Requests.FirstOrDefault(request => request.Path.StartsWith($"interactions/{data["id"]}/", StringComparison.Ordinal)).Body;
        }

        return new Acknowledgement(watch.Elapsed, response is not null, (int?)response?["type"] is 4 or 5 ? FakeMessage.SaysPrivate(response!["data"]) : null);
    }

    public async Task RestartAsync()
    {
        var before = Discord.Gateway.Identifies;
        await Inner.RestartAsync();
        await Eventually.IsSoAsync(() => Discord.Gateway.Identifies > before && Discord.Gateway.IsReady);
    }

    public void LimitNext(TimeSpan retryAfter) => Inner.LimitNext(retryAfter);

    public void RefuseNextPrivateReply() => Inner.RefuseNextPrivateReply();

    public ValueTask DisposeAsync() => Inner.DisposeAsync();

    private (string Name, JsonObject Data) EventOf(Happening happened) => happened.Kind switch
    {
        HappeningKind.Mention => ("MESSAGE_CREATE", FakeEvents.Mention(happened.Text)),
        HappeningKind.OwnMessage => ("MESSAGE_CREATE", FakeEvents.Mention(happened.Text, LoopbackDiscord.BotId, isBot: true)),
        HappeningKind.OtherBot => ("MESSAGE_CREATE", FakeEvents.Mention(happened.Text, "77", isBot: true)),
        _ => ("INTERACTION_CREATE", Inner.InteractionOf(happened)),
    };
}
