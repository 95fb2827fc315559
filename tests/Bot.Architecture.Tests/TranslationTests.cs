using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Chat.Languages;
using Bot.Testing;

namespace Bot.Architecture.Tests;

/// <summary>Checks that all texts for members exist in all languages, with the same placeholders.</summary>
public sealed partial class TranslationTests
{
    private static readonly IReadOnlyList<string> Others = [.. ReplyLanguages.Names.Except(["en"])];

    private static readonly Dictionary<string, Dictionary<string, string>> Files = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.resx", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .ToDictionary(file => Path.GetRelativePath(Repository.Root, file)[..^".resx".Length], Read);

    public static TheoryData<string> EnglishFiles => [.. Files.Keys.Where(file => Path.GetExtension(file).Length == 0)];

    [Fact]
    public void ThereAreTextsInFiveLanguages()
    {
        Assert.NotEmpty(EnglishFiles);
        Assert.Equal(["en", "de", "fr", "pt", "es"], ReplyLanguages.Names);
        Assert.Equal(EnglishFiles.Count * ReplyLanguages.Names.Count, Files.Count);
    }

    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void EachLanguageHasTheTextsOfTheEnglishOne(string file)
    {
        foreach (var language in Others)
        {
            Assert.Equal(Files[file].Keys, Files[$"{file}.{language}"].Keys);
        }
    }

    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void NoTextIsEmptyOrHasSpaceAtItsEnds(string file)
    {
        var bad = from each in Others.Select(language => $"{file}.{language}").Prepend(file)
                  from text in Files[each]
                  where text.Value.Length == 0 || text.Value.Trim() != text.Value
                  select $"{each}: {text.Key}";

        Assert.Empty(bad);
    }

    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void EachLanguageUsesTheArgumentsOfTheEnglishText(string file)
    {
        var different = from language in Others
                        from text in Files[file]
                        let translated = Files[$"{file}.{language}"].GetValueOrDefault(text.Key, "")
                        where !Given(text.Value).SetEquals(Given(translated))
                        select $"{file}.{language}: {text.Key}";

        Assert.Empty(different);
    }

    // A translation that equals the English text is missing, unless it has no words, or the word is the same in both languages.
    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void SentencesAreTranslated(string file)
    {
        var same = from language in Others
                   from text in Files[file]
                   where Words.Count(Placeholder.Replace(text.Value, "")) > 3
                   where Files[$"{file}.{language}"].GetValueOrDefault(text.Key) == text.Value
                   select $"{file}.{language}: {text.Key}";

        Assert.Empty(same);
    }

    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void QuotationMarksAreThoseOfTheLanguage(string file)
    {
        // Spanish uses “ ” inside « ».
        Dictionary<string, string> foreign = new() { ["de"] = "”«»", ["fr"] = "“”„", ["pt"] = "„«»", ["es"] = "„" };
        var wrong = from language in Others
                    from text in Files[$"{file}.{language}"]
                    where text.Value.IndexOfAny(foreign[language].ToCharArray()) >= 0
                    select $"{file}.{language}: {text.Key}";

        Assert.Empty(wrong);
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(file).Descendants("data")
        .ToDictionary(data => data.Attribute("name")?.Value ?? "", data => data.Element("value")?.Value ?? "");

    private static HashSet<string> Given(string text) => [.. Placeholder.Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words { get; }
}
