using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>The teachers who get direct messages about debates that are not posted to a channel.</summary>
internal static class ToldTeachers
{
    /// <summary>The name that such a teacher's hash includes, so that it can be found again.</summary>
    public static string NoticesOf(string channel) => $"notices {channel}";

    /// <summary>Adds a teacher, or updates their address.</summary>
    public static Task<int> AddAsync(Session session, string channel, ToldTeacher teacher) => session.ExecuteAsync(
        """
        INSERT INTO told_teachers (channel, member, direct, place) VALUES (@channel, @Member, @Direct, @Place)
        ON CONFLICT (channel, member) DO UPDATE SET direct = excluded.direct, place = excluded.place
        """,
        new { channel, teacher.Member, teacher.Direct, teacher.Place });

    /// <summary>Removes a teacher. If no channel is left, their messages are also removed from the outbox.</summary>
    /// <returns>1 if the teacher was in the list, otherwise 0.</returns>
    public static async Task<int> RemoveAsync(Session session, string channel, string member)
    {
        var direct = await session.ReadFirstAsync<string>("SELECT direct FROM told_teachers WHERE channel = @channel AND member = @member", new { channel, member });
        var removed = await session.ExecuteAsync("DELETE FROM told_teachers WHERE channel = @channel AND member = @member", new { channel, member });
        await session.ExecuteAsync(
            "DELETE FROM posts WHERE channel = @direct AND NOT EXISTS (SELECT 1 FROM told_teachers WHERE direct = @direct)", new { direct });
        return removed;
    }

    /// <summary>The teachers of a channel.</summary>
    public static Task<IReadOnlyList<ToldTeacher>> OfAsync(Session session, string channel) => session.QueryAsync<ToldTeacher>(
        "SELECT member, direct, place FROM told_teachers WHERE channel = @channel ORDER BY member", new { channel });
}

/// <summary>A teacher who gets direct messages.</summary>
internal sealed record ToldTeacher
{
    /// <summary>A keyed hash of the teacher.</summary>
    public required string Member { get; init; }

    /// <summary>The channel of the direct messages, as <see cref="Channels.ChannelKey"/> writes it.</summary>
    public required string Direct { get; init; }

    /// <summary>The link to the channel that the messages are about; empty if it has none.</summary>
    public required string Place { get; init; }
}
