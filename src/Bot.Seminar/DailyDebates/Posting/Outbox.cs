using System.Globalization;
using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Seminar.DailyDebates.Recap;
using Bot.Seminar.DailyDebates.Schedules;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>
/// Sends the messages of the outbox to their channels, each exactly once. Before a message is sent, the database records that it may have been sent; the
/// next worker that takes such a message looks for it in the channel first. A worker's time with a message ends before another can take it.
/// </summary>
internal sealed partial class Outbox(
    OutboxStore store,
    IEnumerable<IChannelPoster> posters,
    ChoiceStamper stamper,
    DebateRecap recaps,
    IOptions<DebatesOptions> options,
    TimeProvider time,
    ILogger<Outbox> logger)
{
    private const int AtOnce = 200;
    private const int Workers = 8;
    private static readonly Duration MaxPause = Duration.FromMinutes(5);
    private static readonly Duration MaxUncertainty = Duration.FromDays(1);

    // A message that has been due for this long may have been sent by a program whose database is lost.
    private static readonly Duration Fresh = Duration.FromMinutes(1);

    // A platform's clock can be behind ours.
    private static readonly Duration ClockSkew = Duration.FromMinutes(5);

    private readonly string worker = Guid.NewGuid().ToString("N");
    private readonly Duration lease = Duration.FromTimeSpan(options.Value.Lease);

    /// <summary>Sends, or looks for, every message that is due.</summary>
    /// <returns>How many messages were posted or found.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var posted = 0;
        var due = await store.ListDueAsync(Dates.Now(time), AtOnce, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, parallel, async (post, token) =>
        {
            if (await SendAsync(post, token))
            {
                Interlocked.Increment(ref posted);
            }
        });
        return posted;
    }

    private async Task<bool> SendAsync(OutboxPost post, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = ReplyLanguages.Find(post.Language) ?? ReplyLanguages.English;
        var now = Dates.Now(time);
        var isLate = now > Instant.FromUnixTimeMilliseconds(post.GiveUpAt);
        var poster = posters.FirstOrDefault(poster => poster.Platform == post.Address.Platform);
        if (post.State == OutboxPost.Waiting && isLate)
        {
            await GiveUpAsync(post, now, new GivenUp(GivenUpReason.TooLate), cancellationToken);
            return false;
        }

        if (poster is null || !await store.TryTakeAsync(post, worker, now, lease, cancellationToken))
        {
            return false;
        }

        post = post with { Attempts = post.Attempts + 1 };

        // An attempt ends well before another worker may start one.
        using var inTime = new CancellationTokenSource(options.Value.Lease / 2, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        var mayStand = post.State == OutboxPost.Sent || now > Instant.FromUnixTimeMilliseconds(post.MadeAt) + Fresh;
        var found = mayStand ? await FindAsync(poster, post, either.Token) : new FindOutcome.Absent();
        cancellationToken.ThrowIfCancellationRequested();
        switch (found)
        {
            case FindOutcome.Found there:
                await NotePostedAsync(post, there.Message, there.Shortfall ?? "", cancellationToken);
                return true;
            case FindOutcome.Absent when isLate:
                await GiveUpAsync(post, now, new GivenUp(GivenUpReason.TooLate), cancellationToken);
                return false;
            case FindOutcome.Absent:
                return await PostAsync(poster, post, either.Token, cancellationToken);
            case FindOutcome.Unclear unclear when now > Instant.FromUnixTimeMilliseconds(post.GiveUpAt) + MaxUncertainty:
                await GiveUpAsync(post, now, new GivenUp(GivenUpReason.MayStand, unclear.Advice), cancellationToken);
                return false;
            default:
                var why = found is FindOutcome.Unclear { Why: var reason } ? reason : "";
                LogUnclear(post.Kind, post.Address.Platform, why);
                await store.PutOffAsync(post, post.State, Dates.Now(time) + ChoosePause(post), why, cancellationToken);
                return false;
        }
    }

    private async Task<bool> PostAsync(IChannelPoster poster, OutboxPost post, CancellationToken inTime, CancellationToken cancellationToken)
    {
        var outcome = await TryPostAsync(poster, post, inTime);
        switch (outcome)
        {
            case null:
                await store.DropAsync(post, cancellationToken);
                return false;
            case PostOutcome.Posted posted:
                await NotePostedAsync(post, posted.Message, posted.Shortfall ?? "", cancellationToken);
                return true;
            case PostOutcome.Refused refused:
                await GiveUpAsync(post, Dates.Now(time), new GivenUp(GivenUpReason.Refused, refused.Why), cancellationToken);
                return false;
            case PostOutcome.Failed failed:
                LogFailed(post.Kind, post.Address.Platform, failed.Why);
                var pause = failed.RetryAfter is { } after ? Duration.FromTimeSpan(after) : ChoosePause(post);
                await store.PutOffAsync(post, OutboxPost.Waiting, Dates.Now(time) + pause, failed.Why, cancellationToken);
                return false;
            case PostOutcome.Unclear unclear:
                // A running request may still arrive, so the message is looked for only when this worker's time is over.
                LogUnclear(post.Kind, post.Address.Platform, unclear.Why);
                return false;
            default:
                throw new InvalidOperationException($"A post ended as {outcome.GetType().Name}.");
        }
    }

    // Null if there is nothing to post.
    private async Task<PostOutcome?> TryPostAsync(IChannelPoster poster, OutboxPost post, CancellationToken inTime)
    {
        try
        {
            var (content, instead) = await ContentOfAsync(post, inTime);
            return content is null ? instead : await poster.PostAsync(ToPost(post, content), inTime);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            return new PostOutcome.Unclear("The time limit was reached.");
        }
#pragma warning disable CA1031 // The edge: after any exception of an adapter it is unknown whether the message was sent, and the other messages go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, poster.Platform);
            return new PostOutcome.Unclear($"The adapter failed: {fault.GetType().Name}.");
        }
    }

    private ChannelPost ToPost(OutboxPost post, ChatReply content) => post.ToPost(stamper.Stamp(content, post.Address));

    // A recap is made when it is posted, because members' messages are never stored. The outbox has only its first lines.
    private async Task<(ChatReply? Content, PostOutcome? Instead)> ContentOfAsync(OutboxPost post, CancellationToken inTime)
    {
        if (post.Kind != PostKinds.Recap)
        {
            return (ReplyJson.Read(post.Content), null);
        }

        // Problems are logged, and the log is in English.
        var language = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = ReplyLanguages.English;
        var recap = await recaps.OfAsync(post.Address, post.Debate, inTime);
        return recap.State switch
        {
            RecapState.Drafted => (Wording.SayIn(language, recap.Say), null),
            RecapState.Impossible => (null, new PostOutcome.Refused(TranslatedText.Of(() => recap.Say().ToPlainText()))),
            RecapState.Failed => (null, new PostOutcome.Failed(recap.Say().ToPlainText())),
            _ => (null, null),
        };
    }

    private async Task<FindOutcome> FindAsync(IChannelPoster poster, OutboxPost post, CancellationToken inTime)
    {
        try
        {
            var since = (Instant.FromUnixTimeMilliseconds(post.MadeAt) - ClockSkew).ToDateTimeOffset();
            return await poster.FindAsync(ToPost(post, ReplyJson.Read(post.Content)), since, inTime);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested)
        {
            return new FindOutcome.Unclear("The time limit was reached.");
        }
#pragma warning disable CA1031 // The edge, as above.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, poster.Platform);
            return new FindOutcome.Unclear($"The adapter failed: {fault.GetType().Name}.");
        }
    }

    private async Task NotePostedAsync(OutboxPost post, PostedMessage message, string shortfall, CancellationToken cancellationToken)
    {
        if (await store.NotePostedAsync(post, message, Dates.Now(time), shortfall, cancellationToken) == 1)
        {
            LogPosted(post.Kind, post.Id, post.Address.Platform);
        }
    }

    private async Task GiveUpAsync(OutboxPost post, Instant now, GivenUp why, CancellationToken cancellationToken)
    {
        await store.GiveUpAsync(post, now, why, cancellationToken);
        LogGivenUp(post.Kind, post.Id, Wording.SayIn(ReplyLanguages.English, why.Describe));
    }

    private static Duration ChoosePause(OutboxPost post) =>
        Duration.Min(MaxPause, Duration.FromSeconds(1 << (int)Math.Min(post.Attempts, 8)));

    [LoggerMessage(LogLevel.Information, "Posted {Kind} {Id} to {Platform}.")]
    private partial void LogPosted(string kind, string id, string platform);

    [LoggerMessage(LogLevel.Warning, "{Kind} could not be posted to {Platform} and will be tried again: {Why}")]
    private partial void LogFailed(string kind, string platform, string why);

    [LoggerMessage(LogLevel.Warning, "{Kind} may or may not have reached {Platform}; the bot will look for it: {Why}")]
    private partial void LogUnclear(string kind, string platform, string why);

    [LoggerMessage(LogLevel.Error, "{Kind} {Id} was dropped: {Why}")]
    private partial void LogGivenUp(string kind, string id, string why);

    [LoggerMessage(LogLevel.Error, "The adapter of {Platform} threw an unexpected exception.")]
    private partial void LogFault(Exception fault, string platform);
}
