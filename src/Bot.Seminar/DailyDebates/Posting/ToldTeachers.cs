using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>The teachers who asked to be told by direct message what is not posted to a channel.</summary>
internal static class ToldTeachers
{
    /// <summary>What such a teacher is hashed with, so that they can ask for it back.</summary>
    public static string NoticesOf(string channel) => $"notices {channel}";

    /// <summary>Adds a teacher; one who is there already gets the new address.</summary>
    public static Task<int> AddAsync(Session session, string channel, ToldTeacher teacher) => session.ExecuteAsync(
        """
        INSERT INTO told_teachers (channel, member, direct, place) VALUES (@channel, @Member, @Direct, @Place)
        ON CONFLICT (channel, member) DO UPDATE SET direct = excluded.direct, place = excluded.place
        """,
        new { channel, teacher.Member, teacher.Direct, teacher.Place });

    /// <summary>Takes a teacher out. Once they are told about no channel, what was written to them is gone from the outbox too.</summary>
    /// <returns>1 where they were told, else 0.</returns>
    public static async Task<int> RemoveAsync(Session session, string channel, string member)
    {
        var direct = await session.FirstAsync<string>("SELECT direct FROM told_teachers WHERE channel = @channel AND member = @member", new { channel, member });
        var removed = await session.ExecuteAsync("DELETE FROM told_teachers WHERE channel = @channel AND member = @member", new { channel, member });
        await session.ExecuteAsync(
            "DELETE FROM posts WHERE channel = @direct AND NOT EXISTS (SELECT 1 FROM told_teachers WHERE direct = @direct)", new { direct });
        return removed;
    }

    /// <summary>The teachers of a channel.</summary>
    public static Task<IReadOnlyList<ToldTeacher>> OfAsync(Session session, string channel) => session.QueryAsync<ToldTeacher>(
        "SELECT member, direct, place FROM told_teachers WHERE channel = @channel ORDER BY member", new { channel });
}

/// <summary>A teacher who is told.</summary>
internal sealed record ToldTeacher
{
    /// <summary>A keyed hash of who they are.</summary>
    public required string Member { get; init; }

    /// <summary>The channel of the direct messages, as <see cref="Channels.ChannelKey"/> writes it.</summary>
    public required string Direct { get; init; }

    /// <summary>The address of the channel that they are told about; empty where it has none.</summary>
    public required string Place { get; init; }
}
