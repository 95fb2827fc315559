namespace Bot.Library.Languages;

/// <summary>The language of a reading, which decides how its words are found and its sentences are split.</summary>
public enum ReadingLanguage
{
    /// <summary>English, or a text that is too short to detect.</summary>
    English,

    /// <summary>German.</summary>
    German,

    /// <summary>French.</summary>
    French,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>Portuguese.</summary>
    Portuguese,

    /// <summary>Italian.</summary>
    Italian,

    /// <summary>Dutch.</summary>
    Dutch,

    /// <summary>Any other language: words are found only as they are written.</summary>
    Other,
}
