using System.Security.Cryptography;
using System.Text;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>
/// Hashes members: a keyed hash (HMAC-SHA-256) that differs from poll to poll, so that the database shows neither who voted nor that the same person voted
/// in two polls. The key is one of the database's secrets.
/// </summary>
internal sealed class VoterHashes(Database database, TimeProvider time)
{
    private const string KeyName = "voters";
    private const int KeyBytes = 32;

    // 64 bits are enough, because each guess needs a request, and a button has little space.
    private const int TicketDigits = 16;

    private byte[]? key;

    /// <summary>The hash of a member for a poll, or for another name.</summary>
    public async Task<string> OfAsync(ChannelAddress channel, ChatUser user, string poll, CancellationToken cancellationToken)
    {
        key ??= await ReadKeyAsync(cancellationToken);
        var who = string.Join('\n', poll, channel.Platform, channel.Space, user.Id);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(who)));
    }

    /// <summary>
    /// A ticket that proves that a member was shown the poll of a channel that they are in, so that they can vote from their own page. Only this member can
    /// use it.
    /// </summary>
    public async Task<string> CreateTicketAsync(ChannelAddress channel, ChatUser user, string poll, CancellationToken cancellationToken) =>
        (await OfAsync(channel, user, $"ticket {poll}", cancellationToken))[..TicketDigits];

    // The first process creates the key; the others read it.
    private Task<byte[]> ReadKeyAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "INSERT INTO secrets (name, value, changed_at) VALUES (@KeyName, @value, @now) ON CONFLICT (name) DO NOTHING",
                new { KeyName, value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), now = time.GetUtcNow().ToUnixTimeMilliseconds() });
            return Convert.FromBase64String(await session.ReadFirstAsync<string>("SELECT value FROM secrets WHERE name = @KeyName", new { KeyName }) ?? "");
        },
        cancellationToken);
}
