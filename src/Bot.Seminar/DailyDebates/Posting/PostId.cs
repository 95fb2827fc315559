using System.Security.Cryptography;
using System.Text;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>
/// The key that a message is posted with, at most 25 letters and digits. It is made from what the message is, so that the same debate has
/// the same key even where the database was restored from a backup that does not know of it.
/// </summary>
internal static class PostId
{
    private const int Digits = 20;

    public static string OfDebate(string schedule, string date, string extra) => Hash('d', $"{schedule} {date} {extra}");

    public static string OfClosing(string debate) => Hash('c', debate);

    public static string OfRecap(string debate) => Hash('s', debate);

    public static string OfNote(string channel, string date) => Hash('n', $"{channel} {date}");

    public static string OfNotice(string report, string member) => Hash('t', $"{report} {member}");

    /// <summary>A message that is never looked for again.</summary>
    public static string OfHello() => Hash('h', Guid.NewGuid().ToString("N"));

    public static string OfReport(string schedule, string firstDate) => Hash('r', $"{schedule} {firstDate}");

    private static string Hash(char kind, string text) =>
        $"{kind}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits]}";
}
