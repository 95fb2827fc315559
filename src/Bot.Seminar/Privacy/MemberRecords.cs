using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Proposals;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Storage;

namespace Bot.Seminar.Privacy;

/// <summary>The stored data about a member: votes, suggestions and notices to teachers, found by computing the member's hashes again.</summary>
internal sealed class MemberRecords(Database database, VoterHashes hashes)
{
    private static readonly string[] Tables = ["votes", "proposals", "told_teachers", "posts"];

    /// <summary>All stored data about a member.</summary>
    public async Task<MemberRecord> ReadAsync(ChannelAddress channel, ChatUser user, CancellationToken cancellationToken)
    {
        var (voters, authors, told) = await FindMemberAsync(channel, user, cancellationToken);
        return await database.ReadAsync(
            async session => new MemberRecord(
                await ReadEachAsync(voters, voter => session.QueryAsync<MemberVote>(
                    """
                    SELECT d.motion, v.first_side, v.side, v.first_at, v.changed_at FROM votes v JOIN debates d ON d.id = v.debate
                    WHERE v.debate = @Debate AND v.voter = @Hash
                    """,
                    voter)),
                await ReadEachAsync(authors, author => session.QueryAsync<MemberSuggestion>(
                    "SELECT motion, state, made_at FROM proposals WHERE channel = @Channel AND author = @Hash ORDER BY made_at", author)),
                await ReadEachAsync(told, teacher => session.QueryAsync<string>("SELECT place FROM told_teachers WHERE channel = @Channel AND member = @Hash", teacher))),
            cancellationToken);
    }

    /// <summary>
    /// Erases all stored data about a member, also from the files of the database. A motion that was debated stays with the debate, without its author.
    /// </summary>
    /// <returns>The number of erased votes, suggestions and notices, and whether they are already gone from the files.</returns>
    public async Task<(int Count, bool IsClean)> EraseAsync(ChannelAddress channel, ChatUser user, CancellationToken cancellationToken)
    {
        var (voters, authors, told) = await FindMemberAsync(channel, user, cancellationToken);
        return await database.EraseAsync(
            Tables,
            async session =>
            {
                var erased = 0;
                foreach (var voter in voters)
                {
                    erased += await session.ExecuteAsync("DELETE FROM votes WHERE debate = @Debate AND voter = @Hash", voter);
                }

                foreach (var author in authors)
                {
                    erased += await session.ExecuteAsync("DELETE FROM proposals WHERE channel = @Channel AND author = @Hash AND state <> 'used'", author);
                    erased += await session.ExecuteAsync("UPDATE proposals SET author = '' WHERE channel = @Channel AND author = @Hash", author);
                }

                foreach (var teacher in told)
                {
                    erased += await ToldTeachers.RemoveAsync(session, teacher.Channel, teacher.Hash);
                }

                return erased;
            },
            cancellationToken);
    }

    /// <summary>Until when a backup may contain erased data; null if there is no backup of the program.</summary>
    public Task<DateTimeOffset?> FindBackupsEndAsync(CancellationToken cancellationToken) => database.FindBackupsEndAsync(cancellationToken);

    /// <summary>Whether the database server makes the backups instead of this program.</summary>
    public bool AreBackupsElsewhere => database.IsShared;

    // A member's hash depends on the server or workspace, so all debates of its channels are checked.
    private async Task<(List<Voter> Voters, List<InChannel> Authors, List<InChannel> Told)> FindMemberAsync(
        ChannelAddress channel, ChatUser user, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var space = key[..(key.LastIndexOf('/') + 1)];
        var (debates, channels, noticed) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<string>("SELECT DISTINCT v.debate FROM votes v JOIN debates d ON d.id = v.debate WHERE substr(d.channel, 1, @length) = @space", new { space, length = space.Length }),
                await session.QueryAsync<string>("SELECT DISTINCT channel FROM proposals WHERE substr(channel, 1, @length) = @space", new { space, length = space.Length }),
                await session.QueryAsync<string>("SELECT DISTINCT channel FROM told_teachers WHERE substr(channel, 1, @length) = @space", new { space, length = space.Length })),
            cancellationToken);
        var (voters, authors, told) = (new List<Voter>(), new List<InChannel>(), new List<InChannel>());
        foreach (var debate in debates)
        {
            voters.Add(new Voter(debate, await hashes.OfAsync(channel, user, debate, cancellationToken)));
        }

        foreach (var other in channels)
        {
            authors.Add(new InChannel(other, await hashes.OfAsync(channel, user, SuggestCommand.SuggestionsOf(other), cancellationToken)));
        }

        foreach (var other in noticed)
        {
            told.Add(new InChannel(other, await hashes.OfAsync(channel, user, ToldTeachers.NoticesOf(other), cancellationToken)));
        }

        return (voters, authors, told);
    }

    private static async Task<IReadOnlyList<T>> ReadEachAsync<TWho, T>(List<TWho> who, Func<TWho, Task<IReadOnlyList<T>>> read)
    {
        var all = new List<T>();
        foreach (var one in who)
        {
            all.AddRange(await read(one));
        }

        return all;
    }

    private sealed record Voter(string Debate, string Hash);

    private sealed record InChannel(string Channel, string Hash);
}

/// <summary>The stored data about a member.</summary>
internal sealed record MemberRecord(IReadOnlyList<MemberVote> Votes, IReadOnlyList<MemberSuggestion> Suggestions, IReadOnlyList<string> Notices);

/// <summary>A vote.</summary>
internal sealed record MemberVote
{
    public string Motion { get; init; } = "";

    public string FirstSide { get; init; } = "";

    public string Side { get; init; } = "";

    public long FirstAt { get; init; }

    public long ChangedAt { get; init; }
}

/// <summary>A motion that was suggested.</summary>
internal sealed record MemberSuggestion
{
    public string Motion { get; init; } = "";

    public string State { get; init; } = "";

    public long MadeAt { get; init; }
}
