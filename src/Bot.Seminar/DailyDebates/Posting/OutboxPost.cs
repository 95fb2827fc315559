using System.Globalization;
using Bot.Chat.Posting;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>A message that must be posted to a channel exactly once.</summary>
internal sealed record OutboxPost
{
    /// <summary>It was not sent, or certainly did not arrive.</summary>
    public const string Waiting = "waiting";

    /// <summary>It may have been sent; the next worker looks for it first.</summary>
    public const string Sent = "sent";

    /// <summary>It is there.</summary>
    public const string Posted = "posted";

    /// <summary>It was not posted and will not be.</summary>
    public const string GivenUp = "given-up";

    /// <summary>The key that it is posted with.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="PostKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The debate that it belongs to; empty for none.</summary>
    public string Debate { get; init; } = "";

    /// <summary>The channel's key.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread to post in; empty for the channel itself.</summary>
    public string TargetThread { get; init; } = "";

    /// <summary>Its content, as <see cref="ReplyJson"/> writes it; for a recap only the beginning, because it is made when it is posted.</summary>
    public required string Content { get; init; }

    /// <summary>The name of the thread to open; empty for none.</summary>
    public string ThreadName { get; init; } = "";

    /// <summary>Its tag in a forum; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Its language, as <see cref="CultureInfo.Name"/>; empty for English.</summary>
    public string Language { get; init; } = "";

    /// <summary>One of the states above.</summary>
    public string State { get; init; } = Waiting;

    /// <summary>When it was added.</summary>
    public required long MadeAt { get; init; }

    /// <summary>The time after which it is no longer sent.</summary>
    public required long GiveUpAt { get; init; }

    /// <summary>The time of the next attempt; while a worker has it, the end of the worker's time.</summary>
    public required long NextTry { get; init; }

    /// <summary>The number of attempts.</summary>
    public long Attempts { get; init; }

    /// <summary>The message for the platform.</summary>
    public ChannelPost ToPost(ChatReply content) => new(Address, content, Id)
    {
        ThreadName = ThreadName.Length > 0 ? ThreadName : null,
        Tag = Tag.Length > 0 ? Tag : null,
    };

    /// <summary>Its destination.</summary>
    public ChannelAddress Address => ChannelKey.Parse(Channel) with { Thread = TargetThread.Length > 0 ? TargetThread : null };

    /// <summary>Adds it to the outbox; an existing message with this id does not change.</summary>
    public Task<int> AddAsync(Session session) => session.ExecuteAsync(
        """
        INSERT INTO posts (id, kind, debate, channel, content, thread_name, tag, language, target_thread, state, made_at, give_up_at, next_try, attempts,
            leased_by, message, thread, link, posted_at, why)
        VALUES (@Id, @Kind, @Debate, @Channel, @Content, @ThreadName, @Tag, @Language, @TargetThread, @State,
            @MadeAt, @GiveUpAt, @NextTry, 0, '', '', '', '', 0, '')
        ON CONFLICT (id) DO NOTHING
        """,
        this);

    /// <summary>A message to post now, in the current language.</summary>
    public static OutboxPost CreateDue(string id, string kind, string channel, ChatReply content, Instant now, Duration timeout) => new()
    {
        Id = id,
        Kind = kind,
        Channel = channel,
        Content = ReplyJson.Write(content),
        Language = CultureInfo.CurrentUICulture.Name,
        MadeAt = Dates.ToMilliseconds(now),
        NextTry = Dates.ToMilliseconds(now),
        GiveUpAt = Dates.ToMilliseconds(now + timeout),
    };
}
