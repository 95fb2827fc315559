using System.Security.Cryptography;
using System.Text;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>
/// The key of a message, at most 25 letters and digits. It is a hash of the message's identity, so that the same debate has the same key even if the
/// database was restored from an older backup.
/// </summary>
internal static class PostId
{
    private const int Digits = 20;

    public static string OfDebate(string schedule, string date, string extra) => Hash('d', $"{schedule} {date} {extra}");

    public static string OfClosing(string debate) => Hash('c', debate);

    public static string OfRecap(string debate) => Hash('s', debate);

    public static string OfNote(string channel, string date) => Hash('n', $"{channel} {date}");

    public static string OfNotice(string report, string member) => Hash('t', $"{report} {member}");

    /// <summary>The key of a message that is never looked for again.</summary>
    public static string OfHello() => Hash('h', Guid.NewGuid().ToString("N"));

    public static string OfReport(string schedule, string firstDate) => Hash('r', $"{schedule} {firstDate}");

    private static string Hash(char kind, string text) =>
        $"{kind}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits]}";
}
