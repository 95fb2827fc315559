using System.Text;

namespace Bot.Hostile.Files;

/// <summary>All hostile files, and a good reading that must work next to them.</summary>
internal static class HostileFiles
{
    public const string GoodName = "the-tide.md";

    public const string Good =
        """
        ---
        title: The Tide
        author: Ada Example
        ---

        The harbour fills twice a day because the moon pulls at the water. The pilot waits for the second tide.

        Nobody in the village owns a clock, and nobody is ever late for the boats.
        """;

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        .. HostilePdf.Files,
        .. HostileDocx.Files,
        .. HostileMarkdown.Files,
        .. HostileHtml.Files,
        .. HostileText.Files,
        .. HostileNames.Files,
    ];

    /// <summary>Writes them all, and the good reading, into a folder.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, GoodName), Good);
        foreach (var file in All)
        {
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Make());
        }
    }

    /// <summary>A repeated text, as bytes.</summary>
    public static byte[] Repeat(string text, int times) => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, text, times).ToString());
}
