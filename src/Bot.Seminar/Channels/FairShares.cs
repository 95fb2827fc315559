using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Channels;

/// <summary>
/// Limits the requests of one member or channel: each has a number of requests in a row, and a member only a few at the same time. Further requests are
/// refused at once, because waiting ones would occupy a worker. Thread-safe.
/// </summary>
internal sealed class FairShares : IDisposable
{
    private readonly LimitsOptions options;
    private readonly PartitionedRateLimiter<ChatCommand> ofMember;
    private readonly PartitionedRateLimiter<ChatCommand> ofChannel;
    private readonly PartitionedRateLimiter<ChatCommand> atOnce;

    public FairShares(IOptions<LimitsOptions> options)
    {
        this.options = options.Value;
        ofMember = CreateLimiter(NameMember, this.options.MemberBurst, this.options.MemberEvery);
        ofChannel = CreateLimiter(command => ChannelKey.Of(command.Channel), this.options.ChannelBurst, this.options.ChannelEvery);
        atOnce = PartitionedRateLimiter.Create<ChatCommand, string>(command => RateLimitPartition.GetConcurrencyLimiter(
            NameMember(command), _ => new ConcurrencyLimiterOptions { PermitLimit = this.options.MemberAtOnce, QueueLimit = 0 }));
    }

    /// <summary>Accepts or refuses a request.</summary>
    /// <param name="command">The request.</param>
    /// <param name="info">Its command; null if there is none of that name.</param>
    /// <returns>An object to dispose when the request is done, or the refusal for the member.</returns>
    public (IDisposable? Place, ChatReply? Refusal) Enter(ChatCommand command, CommandInfo? info)
    {
        if (options.IsUnlimited(command.Channel.Platform))
        {
            return (NoPlace.Instance, null);
        }

        using var member = ofMember.AttemptAcquire(command);
        if (!member.IsAcquired)
        {
            return (null, Refuse(Wait(member, LimitTexts.MemberTooFastASecond, LimitTexts.FormatMemberTooFast)));
        }

        // Votes do not count, because a whole class votes at the same moment and a vote is little work.
        using var channel = info is { IsHidden: true } ? null : ofChannel.AttemptAcquire(command);
        if (channel is { IsAcquired: false })
        {
            return (null, Refuse(Wait(channel, LimitTexts.ChannelTooFastASecond, LimitTexts.FormatChannelTooFast)));
        }

        var place = atOnce.AttemptAcquire(command);
        if (place.IsAcquired)
        {
            return (place, null);
        }

        place.Dispose();
        return (null, Refuse(LimitTexts.StillWorking));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ofMember.Dispose();
        ofChannel.Dispose();
        atOnce.Dispose();
    }

    private static PartitionedRateLimiter<ChatCommand> CreateLimiter(Func<ChatCommand, string> whose, int burst, TimeSpan every) =>
        PartitionedRateLimiter.Create<ChatCommand, string>(command => RateLimitPartition.GetTokenBucketLimiter(
            whose(command),
            _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = 1, ReplenishmentPeriod = every, QueueLimit = 0 }));

    // A member has one limit for all channels of a server or workspace.
    private static string NameMember(ChatCommand command) => string.Join('\n', command.Channel.Platform, command.Channel.Space, command.User.Id);

    private static ChatReply Refuse(string why) => ChatReply.Error(why) with { Visibility = ReplyVisibility.Private };

    private static string Wait(RateLimitLease lease, string aSecond, Func<object?, string> seconds) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.FromSeconds(1)
            ? seconds((int)Math.Ceiling(after.TotalSeconds))
            : aSecond;

    private sealed class NoPlace : IDisposable
    {
        public static NoPlace Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
