using System.Security.Cryptography;
using System.Text;
using Bot.Chat;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>
/// Makes a voter of a member: a keyed hash (HMAC-SHA-256) that differs from poll to poll, so that nobody reads from the database who voted,
/// nor that the same person voted twice. The key is kept among the database's secrets.
/// </summary>
internal sealed class VoterHashes(Database database, TimeProvider time)
{
    private const string KeyName = "voters";
    private const int KeyBytes = 32;

    // 64 bits: a button has little room, and each guess is a request.
    private const int TicketDigits = 16;

    private byte[]? key;

    /// <summary>Who a member is in a poll, or in anything else that is named.</summary>
    public async Task<string> OfAsync(ChannelAddress channel, ChatUser user, string poll, CancellationToken cancellationToken)
    {
        key ??= await KeyAsync(cancellationToken);
        var who = string.Join('\n', poll, channel.Platform, channel.Space, user.Id);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(who)));
    }

    /// <summary>
    /// Proves that a member was shown a poll by a channel that they are in, so that they can vote from a page of their own. Nobody else can use it.
    /// </summary>
    public async Task<string> TicketAsync(ChannelAddress channel, ChatUser user, string poll, CancellationToken cancellationToken) =>
        (await OfAsync(channel, user, $"ticket {poll}", cancellationToken))[..TicketDigits];

    // The first process makes it; the others read what it wrote.
    private Task<byte[]> KeyAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "INSERT INTO secrets (name, value, changed_at) VALUES (@KeyName, @value, @now) ON CONFLICT (name) DO NOTHING",
                new { KeyName, value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), now = time.GetUtcNow().ToUnixTimeMilliseconds() });
            return Convert.FromBase64String(await session.FirstAsync<string>("SELECT value FROM secrets WHERE name = @KeyName", new { KeyName }) ?? "");
        },
        cancellationToken);
}
