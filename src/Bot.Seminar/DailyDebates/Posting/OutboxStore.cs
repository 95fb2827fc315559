using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>The outbox in the database. Each change requires the current state and attempt, so that two replicas cannot both make it.</summary>
internal sealed class OutboxStore(Database database)
{
    /// <summary>Every replica runs this query every second.</summary>
    public const string DueSql =
        """
        SELECT id, kind, debate, channel, content, thread_name, tag, language, target_thread, state, made_at, give_up_at, next_try, attempts
        FROM posts WHERE state IN ('waiting', 'sent') AND next_try <= @now ORDER BY next_try, id LIMIT @most
        """;

    /// <summary>The messages to send, or to look for, now.</summary>
    public Task<IReadOnlyList<OutboxPost>> ListDueAsync(Instant now, int most, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<OutboxPost>(DueSql, new { now = Dates.ToMilliseconds(now), most }), cancellationToken);

    /// <summary>When the next message must be sent or looked for; null if there is none.</summary>
    public async Task<Instant?> FindNextAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.ReadFirstAsync<long?>("SELECT min(next_try) FROM posts WHERE state IN ('waiting', 'sent')"), cancellationToken) is { } next
            ? Instant.FromUnixTimeMilliseconds(next)
            : null;

    /// <summary>Takes a message for some time. From then on it counts as possibly sent, until the result is known.</summary>
    /// <param name="post">The message as it was read.</param>
    /// <param name="worker">The worker that takes it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="lease">How long other workers must leave it alone.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>Whether it was taken; another worker may have been faster.</returns>
    public async Task<bool> TryTakeAsync(OutboxPost post, string worker, Instant now, Duration lease, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE posts SET state = 'sent', attempts = attempts + 1, leased_by = @worker, next_try = @until
                WHERE id = @Id AND attempts = @Attempts AND state = @State AND next_try <= @now
                """,
                new { post.Id, post.Attempts, post.State, worker, until = Dates.ToMilliseconds(now + lease), now = Dates.ToMilliseconds(now) }),
            cancellationToken) == 1;

    /// <summary>Records that a message is in its channel; any worker can record it.</summary>
    public Task<int> NotePostedAsync(OutboxPost post, PostedMessage message, Instant now, string why, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var row = new
                {
                    post.Id,
                    post.Debate,
                    message = message.Id,
                    thread = message.Thread ?? "",
                    link = message.Link?.ToString() ?? "",
                    now = Dates.ToMilliseconds(now),
                    why,
                };
                if (post.Kind == PostKinds.Debate)
                {
                    await session.ExecuteAsync("UPDATE debates SET outcome = 'posted', opened_at = @now WHERE id = @Debate AND outcome = 'claimed'", row);
                }

                return await session.ExecuteAsync(
                    """
                    UPDATE posts SET state = 'posted', message = @message, thread = @thread, link = @link, posted_at = @now, why = @why, leased_by = ''
                    WHERE id = @Id AND state IN ('waiting', 'sent')
                    """,
                    row);
            },
            cancellationToken);

    /// <summary>Postpones a message.</summary>
    /// <param name="post">The message.</param>
    /// <param name="state">Its new state.</param>
    /// <param name="next">When to try again.</param>
    /// <param name="why">The reason.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    public Task<int> PutOffAsync(OutboxPost post, string state, Instant next, string why, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE posts SET state = @state, next_try = @next, why = @why, leased_by = '' WHERE id = @Id AND state = 'sent' AND attempts = @Attempts",
                new { post.Id, post.Attempts, state, next = Dates.ToMilliseconds(next), why }),
            cancellationToken);

    /// <summary>Drops a message, and reports this unless the message was a report itself.</summary>
    public Task<int> GiveUpAsync(OutboxPost post, Instant now, GivenUp why, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var changed = await EndAsync(session, post, Wording.SayIn(ReplyLanguages.English, why.Describe));
            if (changed == 1 && post.Kind != PostKinds.Report)
            {
                var row = new { id = post.Debate };
                await session.ExecuteAsync("UPDATE debates SET outcome = 'missed', is_closed = 1 WHERE id = @id AND outcome = 'claimed'", row);
                var date = await session.ReadFirstAsync<string>("SELECT date FROM debates WHERE id = @id", row);
                await Reports.AddAsync(session, post.Id, post.Channel, now, new Report.NotPosted(post.Kind, date ?? "", why));
            }

            return changed;
        },
        cancellationToken);

    /// <summary>Removes a message that is not needed.</summary>
    public Task<int> DropAsync(OutboxPost post, CancellationToken cancellationToken) =>
        database.WriteAsync(session => EndAsync(session, post, "There was nothing to say."), cancellationToken);

    private static Task<int> EndAsync(Session session, OutboxPost post, string why) => session.ExecuteAsync(
        "UPDATE posts SET state = 'given-up', why = @why, leased_by = '' WHERE id = @Id AND attempts = @Attempts AND state IN ('waiting', 'sent')",
        new { post.Id, post.Attempts, why });
}

/// <summary>The kinds of messages in the outbox.</summary>
internal static class PostKinds
{
    public const string Debate = "debate";
    public const string Closing = "closing";
    public const string Recap = "recap";
    public const string Report = "report";
}
