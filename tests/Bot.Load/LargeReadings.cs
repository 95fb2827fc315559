using System.Globalization;

namespace Bot.Load;

/// <summary>A folder of generated readings with 45,000 paragraphs, so that a command can be very expensive.</summary>
internal sealed class LargeReadings : IDisposable
{
    private const int Readings = 9;
    private const int ParagraphsEach = 5_000;

    private static readonly string[] Things =
        ["council", "harbour", "school", "market", "library", "bridge", "river", "mill", "ferry", "garden", "quarry", "station", "theatre"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bot-load-readings-");

    private LargeReadings()
    {
    }

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>As many words as a command accepts, all of which are in every paragraph.</summary>
    public static string WordsOfEverything { get; } = string.Concat(Enumerable.Repeat("of the ", 560)).Trim();

    /// <summary>Writes them.</summary>
    public static LargeReadings Create()
    {
        var readings = new LargeReadings();
        for (var reading = 0; reading < Readings; reading++)
        {
            File.WriteAllLines(
                Path.Combine(readings.Folder, $"town-{reading}.txt"),
                Enumerable.Range(0, ParagraphsEach).Select(i => Paragraph((reading * ParagraphsEach) + i)));
        }

        return readings;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Paragraph(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {Thing(number)} of the {Thing(number / 7)} stands at the end of the road {number} of the town. The people of the {Thing(number / 11)} paid for the {Thing(number / 3)}, and the sanctions cost them the work of the year.\n");

    private static string Thing(int number) => Things[number % Things.Length];
}
