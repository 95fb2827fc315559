using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Slack.Requests;

/// <summary>Verifies that a request comes from Slack: https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
internal sealed class RequestSignature(string secret, TimeProvider time)
{
    /// <summary>The header with the signature.</summary>
    public const string Header = "X-Slack-Signature";

    /// <summary>The header with the time of signing, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    // In both directions: a request from the future could be replayed later.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    /// <summary>Whether a request has a valid and recent signature.</summary>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>.</param>
    /// <param name="signature">The value of <see cref="Header"/>.</param>
    /// <param name="body">The raw body.</param>
    public bool Accepts(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (key.Length == 0
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var signedAt)
            || Math.Abs((decimal)time.GetUtcNow().ToUnixTimeSeconds() - signedAt) > (decimal)Window.TotalSeconds)
        {
            return false;
        }

        var expected = Encoding.ASCII.GetBytes(Sign(timestamp, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature ?? ""));
    }

    /// <summary>The signature of a request.</summary>
    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
