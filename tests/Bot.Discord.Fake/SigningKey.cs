using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Bot.Discord.Fake;

/// <summary>The key with which Discord signs requests. The same seed gives the same key.</summary>
public sealed class SigningKey
{
    private readonly byte[] secret = new byte[Ed25519.SecretKeySize];

    public SigningKey(byte seed = 7)
    {
        Array.Fill(secret, seed);
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(secret, 0, key, 0);
        PublicKey = Convert.ToHexStringLower(key);
    }

    /// <summary>The public key as in the developer portal: 64 hexadecimal digits.</summary>
    public string PublicKey { get; }

    /// <summary>The signature of a request, in hexadecimal digits.</summary>
    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(secret, 0, message, 0, message.Length, signature, 0);
        return Convert.ToHexStringLower(signature);
    }
}
