using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bot.Discord.Interactions;

/// <summary>Checks that a request comes from Discord: an Ed25519 signature over the timestamp and the raw body.</summary>
/// <param name="publicKey">The application's public key, 64 hexadecimal digits.</param>
internal sealed class InteractionSignature(string publicKey)
{
    private const int MaxTimestamp = 32;
    private const int SignatureDigits = 128;

    private readonly byte[] key = Convert.FromHexString(publicKey);

    /// <summary>Whether a request has a valid signature. Malformed input is just invalid.</summary>
    /// <param name="signature">The header <c>X-Signature-Ed25519</c>.</param>
    /// <param name="timestamp">The header <c>X-Signature-Timestamp</c>.</param>
    /// <param name="body">The raw body.</param>
    public bool IsValid(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is not { Length: SignatureDigits } || timestamp is not { Length: > 0 and <= MaxTimestamp } || !timestamp.All(char.IsAsciiDigit))
        {
            return false;
        }

        var signed = new byte[Ed25519.SignatureSize];
        if (Convert.FromHexString(signature, signed, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var message = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        body.CopyTo(message.AsSpan(Encoding.UTF8.GetBytes(timestamp, message)));
        return Ed25519.Verify(signed, 0, key, 0, message, 0, message.Length);
    }
}
