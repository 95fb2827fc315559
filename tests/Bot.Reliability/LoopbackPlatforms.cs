using System.Globalization;
using Bot.Chat;
using Bot.Discord.Fake;
using Bot.Seminar.Channels;
using Bot.Slack.Fake;

namespace Bot.Reliability;

/// <summary>
/// The loopback Discord and the loopback Slack, each at the end of a troubled way. Discord knows a request that is delivered twice by its
/// nonce, for a while; Slack promises nothing of the kind, so there none is delivered twice, which no program could help.
/// </summary>
internal sealed class LoopbackPlatforms : IAsyncDisposable
{
    private const ulong FirstChannel = 500_000_000_000_000_000;
    private const string LimitOfDiscord = """{"message":"You are being rate limited.","retry_after":0.2,"global":false}""";
    private const string LimitOfSlack = """{"ok":false,"error":"ratelimited"}""";

    private const int Forum = 15;

    private readonly LoopbackDiscord discord;
    private readonly FakeSlack slack;
    private readonly TroubledWay toDiscord;
    private readonly TroubledWay toSlack;

    private LoopbackPlatforms(LoopbackDiscord discord, FakeSlack slack, TroubledWay toDiscord, TroubledWay toSlack) =>
        (this.discord, this.slack, this.toDiscord, this.toSlack) = (discord, slack, toDiscord, toSlack);

    /// <summary>What leads a program there.</summary>
    public IReadOnlyList<string> Place => ["--discord", $"{toDiscord.Address}/api/v10", "--slack", $"{toSlack.Address}/api"];

    /// <summary>How many requests came.</summary>
    public int Requests => toDiscord.Requests + toSlack.Requests;

    /// <summary>How often each kind of trouble was made, in words.</summary>
    public string TroublesInWords => string.Join(
        ", ",
        toDiscord.Troubles.Concat(toSlack.Troubles).GroupBy(trouble => trouble.Key, trouble => trouble.Value).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Sum()}"));

    /// <summary>What the program sent that a platform does not take.</summary>
    public IReadOnlyList<string> Complaints => [.. discord.Violations, .. slack.Screen.Problems];

    /// <summary>What the program wrote and what stands, in order.</summary>
    public IReadOnlyList<StandingPost> Standing => [.. OnDiscord(), .. OnSlack()];

    /// <param name="seed">What the trouble is drawn from.</param>
    /// <param name="time">The clock of both, which is the program's.</param>
    /// <param name="nonces">For how long Discord knows a nonce again: less than a lease, so that a later repetition is never caught by it.</param>
    /// <param name="forums">Whether Discord's channels are forums, where it knows no request again and so none arrives twice.</param>
    /// <param name="calm">How many times rarer trouble is than where the clock leaps over what it makes wait.</param>
    public static async Task<LoopbackPlatforms> StartAsync(int seed, TimeProvider time, TimeSpan nonces, bool forums = false, int calm = 1)
    {
        var (discord, slack) = (await LoopbackDiscord.StartAsync(time: time), await FakeSlack.StartAsync(time));
        discord.RemembersNonces = nonces;
        discord.ChannelType = forums ? Forum : 0;

        // Calls of Discord are repeated after a pause that doubles: with as much trouble as on the other way most of the time would be pauses.
        var toDiscord = new TroubledWay(new Uri(discord.ApiBase), seed) { Limit = LimitOfDiscord, DeliversTwice = !forums, Lots = 200 * calm };
        var toSlack = new TroubledWay(slack.ApiBase, seed + 1) { Limit = LimitOfSlack, Lots = 100 * calm };
        await toDiscord.StartAsync();
        await toSlack.StartAsync();
        return new LoopbackPlatforms(discord, slack, toDiscord, toSlack);
    }

    /// <summary>Makes a channel of Discord.</summary>
    /// <returns>Its key in the database.</returns>
    public static string OnDiscord(int number) => ChannelKey.Of(
        new ChannelAddress("discord", LoopbackDiscord.Server, (FirstChannel + (ulong)number).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Makes a channel of either platform, by turns.</summary>
    /// <returns>Its key in the database.</returns>
    public string OnEither(int number)
    {
        if (number % 2 == 0)
        {
            return OnDiscord(number);
        }

        var channel = string.Create(CultureInfo.InvariantCulture, $"C{number}");
        slack.Joined[channel] = true;
        return ChannelKey.Of(new ChannelAddress("slack", FakeSlack.Team, channel));
    }

    /// <summary>Waits until what a program sent before it died has been seen to.</summary>
    public async Task UntilQuietAsync()
    {
        await toDiscord.UntilQuietAsync();
        await toSlack.UntilQuietAsync();
        discord.Requests.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await toDiscord.DisposeAsync();
        await toSlack.DisposeAsync();
        await discord.DisposeAsync();
        await slack.DisposeAsync();
    }

    // A thread there is a channel with the id of the message that it was opened on.
    private IEnumerable<StandingPost> OnDiscord()
    {
        var messages = discord.Messages;
        var channels = messages.ToDictionary(message => message.Id, message => message.Channel);
        return messages.Select(message => new StandingPost(message.Nonce ?? DebateOf(message), message.Id, channels.GetValueOrDefault(message.Channel, message.Channel))
        {
            Thread = channels.ContainsKey(message.Channel) ? message.Channel : "",
        });
    }

    // A post of a forum has no nonce. The buttons of its vote name the debate, whose id is its key.
    private static string DebateOf(FakeMessage message) => message.Buttons
        .Select(button => button.Id.Split("|debate vote|"))
        .Where(parts => parts.Length == 2)
        .Select(parts => parts[1].Split(' ')[0])
        .FirstOrDefault("");

    private IEnumerable<StandingPost> OnSlack() => slack.Screen.Messages.Select(message =>
        new StandingPost((string?)message.Body["metadata"]?["event_payload"]?["key"] ?? "", message.Id, message.Channel) { Thread = message.Thread ?? "" });
}

/// <summary>A message in a channel, as the platform's records have it.</summary>
/// <param name="Key">What it was sent with: on Discord its nonce, on Slack its metadata.</param>
/// <param name="Id">The platform's id of it.</param>
/// <param name="Channel">Where it is.</param>
internal sealed record StandingPost(string Key, string Id, string Channel)
{
    /// <summary>The thread that it is in, by the id of the message that this was opened on; empty for none.</summary>
    public string Thread { get; init; } = "";
}
