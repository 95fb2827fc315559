using System.Globalization;
using Bot.Chat;
using Bot.Discord.Fake;
using Bot.Seminar.Channels;
using Bot.Slack.Fake;

namespace Bot.Reliability;

/// <summary>
/// The loopback Discord and the loopback Slack, each behind an unreliable proxy. Discord detects a duplicate request by its nonce for a while; Slack does
/// not, so the proxy duplicates no requests to Slack, because no program could handle that.
/// </summary>
internal sealed class LoopbackPlatforms : IAsyncDisposable
{
    private const ulong FirstChannel = 500_000_000_000_000_000;
    private const string LimitOfDiscord = """{"message":"You are being rate limited.","retry_after":0.2,"global":false}""";
    private const string LimitOfSlack = """{"ok":false,"error":"ratelimited"}""";

    private const int Forum = 15;

    private readonly LoopbackDiscord discord;
    private readonly FakeSlack slack;
    private readonly FaultyProxy toDiscord;
    private readonly FaultyProxy toSlack;

    private LoopbackPlatforms(LoopbackDiscord discord, FakeSlack slack, FaultyProxy toDiscord, FaultyProxy toSlack) =>
        (this.discord, this.slack, this.toDiscord, this.toSlack) = (discord, slack, toDiscord, toSlack);

    /// <summary>The program's options for these platforms.</summary>
    public IReadOnlyList<string> Place => ["--discord", $"{toDiscord.Address}/api/v10", "--slack", $"{toSlack.Address}/api"];

    /// <summary>The number of requests.</summary>
    public int Requests => toDiscord.Requests + toSlack.Requests;

    /// <summary>The number of injected faults of each kind, in words.</summary>
    public string FaultsInWords => string.Join(
        ", ",
        toDiscord.Faults.Concat(toSlack.Faults).GroupBy(trouble => trouble.Key, trouble => trouble.Value).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Sum()}"));

    /// <summary>The program's invalid requests.</summary>
    public IReadOnlyList<string> Complaints => [.. discord.Violations, .. slack.Screen.Problems];

    /// <summary>The program's existing posts, in order.</summary>
    public IReadOnlyList<StandingPost> Standing => [.. OnDiscord(), .. OnSlack()];

    /// <param name="seed">The random seed of the faults.</param>
    /// <param name="time">The clock of both platforms, shared with the program.</param>
    /// <param name="nonces">How long Discord remembers a nonce: less than a lease, so that it never detects a later repetition.</param>
    /// <param name="forums">Whether Discord's channels are forums, where it does not detect duplicates, so that none are made.</param>
    /// <param name="calm">By what factor faults are rarer than in a run whose clock skips the waits.</param>
    public static async Task<LoopbackPlatforms> StartAsync(int seed, TimeProvider time, TimeSpan nonces, bool forums = false, int calm = 1)
    {
        var (discord, slack) = (await LoopbackDiscord.StartAsync(time: time), await FakeSlack.StartAsync(time));
        discord.RemembersNonces = nonces;
        discord.ChannelType = forums ? Forum : 0;

        // Calls to Discord are repeated with doubling pauses: with as many faults as for Slack, the run would mostly wait.
        var toDiscord = new FaultyProxy(new Uri(discord.ApiBase), seed) { Limit = LimitOfDiscord, DeliversTwice = !forums, Lots = 200 * calm };
        var toSlack = new FaultyProxy(slack.ApiBase, seed + 1) { Limit = LimitOfSlack, Lots = 100 * calm };
        await toDiscord.StartAsync();
        await toSlack.StartAsync();
        return new LoopbackPlatforms(discord, slack, toDiscord, toSlack);
    }

    /// <summary>Makes a Discord channel.</summary>
    /// <returns>Its key in the database.</returns>
    public static string OnDiscord(int number) => ChannelKey.Of(
        new ChannelAddress("discord", LoopbackDiscord.Server, (FirstChannel + (ulong)number).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Makes a channel of the two platforms, alternately.</summary>
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

    /// <summary>Waits until the dead program's requests are handled.</summary>
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

    // On Discord a thread is a channel with the id of its first message.
    private IEnumerable<StandingPost> OnDiscord()
    {
        var messages = discord.Messages;
        var channels = messages.ToDictionary(message => message.Id, message => message.Channel);
        return messages.Select(message => new StandingPost(message.Nonce ?? DebateOf(message), message.Id, channels.GetValueOrDefault(message.Channel, message.Channel))
        {
            Thread = channels.ContainsKey(message.Channel) ? message.Channel : "",
        });
    }

    // A forum post has no nonce. Its vote buttons contain the debate's id, which is the key.
    private static string DebateOf(FakeMessage message) => message.Buttons
        .Select(button => button.Id.Split("|debate vote|"))
        .Where(parts => parts.Length == 2)
        .Select(parts => parts[1].Split(' ')[0])
        .FirstOrDefault("");

    private IEnumerable<StandingPost> OnSlack() => slack.Screen.Messages.Select(message =>
        new StandingPost((string?)message.Body["metadata"]?["event_payload"]?["key"] ?? "", message.Id, message.Channel) { Thread = message.Thread ?? "" });
}

/// <summary>A message in a channel, from the platform's data.</summary>
/// <param name="Key">Its key: on Discord the nonce, on Slack the metadata.</param>
/// <param name="Id">Its id on the platform.</param>
/// <param name="Channel">Its channel.</param>
internal sealed record StandingPost(string Key, string Id, string Channel)
{
    /// <summary>Its thread, as the id of the thread's first message; empty for none.</summary>
    public string Thread { get; init; } = "";
}
