using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Slack.Settings;

/// <summary>The certificate that encrypts the keys of tokens, in a file that the database's backups do not hold.</summary>
internal static class KeyCertificate
{
    /// <summary>Reads the certificate and its private key from one PEM file; null where there is none that can be read.</summary>
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
