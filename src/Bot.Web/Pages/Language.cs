using Bot.Library.Languages;

namespace Bot.Web.Pages;

/// <summary>The names of languages that pages give to browsers, by which a screen reader chooses its voice.</summary>
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
