using System.Security.Cryptography;
using System.Text;

namespace Bot.Discord.Posting;

/// <summary>Makes the nonces of a post's messages, at most 25 characters each.</summary>
internal static class PostKeys
{
    private const int MaxNonce = 25;

    /// <summary>The nonce of one message.</summary>
    /// <param name="key">The post's key.</param>
    /// <param name="part">The message's number, from 0. The first message uses the key itself if it is short enough.</param>
    public static string Of(string key, int part) => part == 0 && key.Length <= MaxNonce
        ? key
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}#{part}")))[..MaxNonce];
}
