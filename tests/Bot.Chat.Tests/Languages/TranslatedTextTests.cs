using System.Globalization;
using System.Text.Json;
using Bot.Chat.Languages;

namespace Bot.Chat.Tests.Languages;

public sealed class TranslatedTextTests
{
    [Fact]
    public void TheTextIsInTheLanguageOfItsReader()
    {
        var text = TranslatedText.Of(() => $"text in {CultureInfo.CurrentUICulture.Name}");

        Assert.Equal("text in en", text.English);
        Assert.All(ReplyLanguages.All, language => Assert.Equal($"text in {language.Name}", Wording.SayIn(language, text.ToString)));
    }

    [Fact]
    public void JsonKeepsAllLanguages()
    {
        var text = TranslatedText.Of(() => $"text in {CultureInfo.CurrentUICulture.Name}");

        var read = JsonSerializer.Deserialize<TranslatedText>(JsonSerializer.Serialize(text));

        Assert.All(ReplyLanguages.All, language => Assert.Equal($"text in {language.Name}", Wording.SayIn(language, read!.ToString)));
    }

    [Fact]
    public void ATextOfAnEarlierVersionIsEnglish()
    {
        var read = JsonSerializer.Deserialize<TranslatedText>("\"I may not write here.\"");

        Assert.Equal("I may not write here.", Wording.SayIn(ReplyLanguages.All[1], read!.ToString));
    }
}
