using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Seminar.Commands;
using Bot.Testing;

namespace Bot.Seminar.Tests.Commands;

public sealed partial class FileReasonsTests
{
    [Theory]
    [InlineData("de", "The PDF has a password; save a copy without one.", "Das PDF hat ein Passwort; eine Kopie ohne Passwort speichern.")]
    [InlineData("fr", "There is no text in the file.", "Il n’y a pas de texte dans le fichier.")]
    [InlineData("de", "The file holds more than 20,000 paragraphs; split it, or raise Reader:MaxParagraphs.", "Die Datei hat mehr als 20.000 Absätze; sie teilen oder Reader:MaxParagraphs erhöhen.")]
    [InlineData("es", "Files of this kind are not read; save it as .txt, .md or .pdf.", "Los archivos de este tipo no se leen; guárdalo como .txt, .md o .pdf.")]
    [InlineData("pt", "The file takes longer than 0.5 seconds to read; save it in a simpler form.", "Ler o arquivo leva mais de 0.5 segundos; salve-o de forma mais simples.")]
    [InlineData("de", "The file is damaged, or of another kind than its name says: Odd bytes at 7.", "Die Datei ist beschädigt oder von anderer Art, als ihr Name sagt: Odd bytes at 7.")]
    public void AReasonIsSaidInTheLanguageOfTheMember(string language, string reason, string said) => Assert.Equal(said, In(language, reason));

    [Theory]
    [InlineData("en", "There is no text in the file.")]
    [InlineData("de", "The disk is full.")]
    public void WhatIsEnglishAnywayOrUnknownStaysAsItIs(string language, string reason) => Assert.Equal(reason, In(language, reason));

    // The reasons are recognised by their English words, so a reason that is reworded or new needs its line in the five files.
    [Fact]
    public void EveryReasonOfAFormatIsKnown()
    {
        var reasons = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Bot.Library", "Readings"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Thrown().Matches(File.ReadAllText(file)))
            .Select(match => Placeholder().Replace(match.Groups[1].Value, "7").TrimEnd('.'))
            .Select(reason => $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.")
            .ToList();

        Assert.True(reasons.Count > 12, $"Only {reasons.Count} reasons were found.");
        Assert.DoesNotContain(reasons, reason => In("de", reason) == reason);
    }

    [Theory]
    [InlineData("Parsing", "ReadingCheck.cs", 5)]
    [InlineData("Formats", "PdfFormat.cs", 1)]
    public void EveryWarningIsKnown(string folder, string file, int count)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "Bot.Library", "Readings", folder, file));
        var warnings = Warned().Matches(source).Select(match => Placeholder().Replace(match.Groups[1].Value, "7")).ToList();

        Assert.Equal(count, warnings.Count);
        Assert.All(warnings, warning => Assert.NotEqual(warning, In("fr", warning)));
    }

    /// <summary>The reason in a language.</summary>
    internal static string In(string language, string reason)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Bot.Chat.Languages.ReplyLanguages.Find(language) ?? throw new ArgumentException(language, nameof(language));
        try
        {
            return FileReasons.Translate(reason);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex(@"new UnreadableFileException\(\s*\$?""([^""]+)""")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"(?:yield return [^""]*|Warnings = [^""]*)\$""([^""]+)""")]
    private static partial Regex Warned();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
