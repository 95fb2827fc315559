using Bot.Library.Languages;

namespace Bot.Web.Pages;

/// <summary>The language tags of pages, which screen readers use to choose a voice.</summary>
internal static class Language
{
    public static string? Of(ReadingLanguage language) => language switch
    {
        ReadingLanguage.English => "en",
        ReadingLanguage.German => "de",
        ReadingLanguage.French => "fr",
        ReadingLanguage.Spanish => "es",
        ReadingLanguage.Portuguese => "pt",
        ReadingLanguage.Italian => "it",
        ReadingLanguage.Dutch => "nl",
        _ => null,
    };
}
