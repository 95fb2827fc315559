using System.Text;

namespace Bot.Hostile.Files;

/// <summary>Plain text that is very long, or matches many rules.</summary>
internal static class HostileText
{
    private const int MegaByte = 1024 * 1024;

    public static IReadOnlyList<HostileFile> Files { get; } =
    [
        new("txt-one-letter.txt", () => HostileFiles.Repeat("a", 19 * MegaByte)),
        new("txt-too-large.txt", () => HostileFiles.Repeat("a", 21 * MegaByte)),
        new("txt-lines-of-one-letter.txt", () => HostileFiles.Repeat("a\n\n", 6 * MegaByte)),
        new("txt-open-brackets.txt", () => HostileFiles.Repeat("(", 15 * MegaByte)),
        new("txt-chapters.txt", () => Bytes(string.Concat(Enumerable.Range(1, 150_000).Select(i => $"Chapter {i}\n\nA line.\n\n")))),
        new("txt-ends-of-sentences.txt", () => HostileFiles.Repeat("Mr. A. B. (e.g. ", 700_000)),
        new("txt-zeros.txt", () => new byte[MegaByte]),
        new("txt-a-program.txt", () => [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, .. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))]),
        new("txt-half-letters.txt", () => [0xFF, 0xFE, .. Enumerable.Repeat(new byte[] { 0x00, 0xD8 }, 50_000).SelectMany(pair => pair), 0x41]),
        new("txt-marks-on-a-letter.txt", () => Bytes($"a{new string('\u0301', 2_000_000)}")) { MayBeRead = true },
        new("txt-empty.txt", () => []),
        new("archive-in-archive.zip", () => HostileDocx.NestedArchives(6)),
        new("picture.svg", () => Bytes($"{HostileDocx.LaughingEntities("svg")}<svg>&l9;</svg>")),
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
