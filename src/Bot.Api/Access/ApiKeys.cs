using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Api.Access;

/// <summary>The keys that open the API. Only their hashes stay in memory.</summary>
internal sealed partial class ApiKeys(IOptions<ApiOptions> options)
{
    private const string Hashed = "sha256:";

    private readonly IReadOnlyList<byte[]> hashes = [.. options.Value.KeyList.Select(HashOf)];

    /// <summary>Whether there is one, so that every request needs one.</summary>
    public bool Any => hashes.Count > 0;

    /// <summary>Whether an entry of the setting can be a key or its hash.</summary>
    public static bool IsUsable(string entry) => entry.StartsWith(Hashed, StringComparison.Ordinal) ? Hash.IsMatch(entry) : Key.IsMatch(entry);

    /// <summary>The name of a key, which contains its position in the setting; null if it is not one of them.</summary>
    /// <param name="given">The key in the request.</param>
    public string? NameOf(string given)
    {
        // Every hash is compared completely, so that the time reveals nothing about the keys.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        string? name = null;
        for (var i = 0; i < hashes.Count; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, hashes[i]))
            {
                name ??= string.Create(CultureInfo.InvariantCulture, $"key {i + 1}");
            }
        }

        return name;
    }

    private static byte[] HashOf(string entry) => entry.StartsWith(Hashed, StringComparison.Ordinal)
        ? Convert.FromHexString(entry[Hashed.Length..])
        : SHA256.HashData(Encoding.UTF8.GetBytes(entry));

    [GeneratedRegex("^sha256:[0-9A-Fa-f]{64}$")]
    private static partial Regex Hash { get; }

    // The characters that can follow “Bearer” in an Authorization header (RFC 6750), and long enough that nobody can guess it.
    [GeneratedRegex("^[A-Za-z0-9._~+/=-]{32,200}$")]
    private static partial Regex Key { get; }
}
