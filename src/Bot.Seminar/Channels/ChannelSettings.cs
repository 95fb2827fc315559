using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>What teachers decided for a channel. Remembered for a moment, so that a reply does not wait for the database.</summary>
internal sealed class ChannelSettings(Database database, TimeProvider time)
{
    /// <summary>Who sees replies: <c>private</c> or <c>channel</c>.</summary>
    public const string Replies = "replies";

    /// <summary>Whether messages of the channel may be read to sum up a debate: <c>on</c>.</summary>
    public const string Recap = "recap";

    /// <summary>Whether the channel gets a line when a debate is not posted: <c>off</c> where it does not.</summary>
    public const string Notes = "notes";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Platforms want to know within three seconds who will see a reply, and the database may take longer than that to fail.
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(500);

    // For so long nobody waits again for a database that let somebody wait in vain.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (IReadOnlyDictionary<string, string> Values, long At)> known = new();
    private long silentSince;

    /// <summary>The settings of a channel by name.</summary>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        if (known.TryGetValue(key, out var last) && time.GetElapsedTime(last.At) < Remembered)
        {
            return last.Values;
        }

        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>("SELECT name, value FROM channel_settings WHERE channel = @key", new { key }), cancellationToken);
        var values = rows.ToDictionary(row => row.Name, row => row.Value);
        known[key] = (values, time.GetTimestamp());
        return values;
    }

    /// <summary>
    /// Who sees replies in a channel; null where its teachers have not decided, or nobody can tell at the moment. Told within half a second.
    /// </summary>
    public async ValueTask<ReplyVisibility?> VisibilityAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (database.State != DatabaseState.Open || IsSilent)
        {
            return LastKnown(channel);
        }

        try
        {
            return VisibilityIn(await OfAsync(channel, cancellationToken).WaitAsync(LongestLook, TimeProvider.System, cancellationToken));
        }
        catch (Exception silent) when (silent is DatabaseUnavailableException or TimeoutException)
        {
            // A look-up is answered all the same: as it was decided when one could tell, else as the commands have it.
            Volatile.Write(ref silentSince, time.GetTimestamp());
            return LastKnown(channel);
        }
    }

    private bool IsSilent => Volatile.Read(ref silentSince) is not 0 and var since && time.GetElapsedTime(since) < Rest;

    private ReplyVisibility? LastKnown(ChannelAddress channel) =>
        known.TryGetValue(ChannelKey.Of(channel), out var last) ? VisibilityIn(last.Values) : null;

    private static ReplyVisibility? VisibilityIn(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(Replies) switch
    {
        "private" => ReplyVisibility.Private,
        "channel" => ReplyVisibility.Channel,
        _ => null,
    };

    /// <summary>Decides on a setting.</summary>
    public async Task SetAsync(ChannelAddress channel, string name, string value, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO channel_settings (channel, name, value) VALUES (@key, @name, @value)
                ON CONFLICT (channel, name) DO UPDATE SET value = excluded.value
                """,
                new { key, name, value }),
            cancellationToken);
        known.TryRemove(key, out _);
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
