using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Slack.Settings;

/// <summary>The certificate that encrypts the token keys, in a file outside of the database's backups.</summary>
internal static class KeyCertificate
{
    /// <summary>Reads the certificate and its private key from a PEM file; null if that fails.</summary>
    public static X509Certificate2? Read(string file)
    {
        try
        {
            return file.Length == 0 ? null : X509Certificate2.CreateFromPemFile(file);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
