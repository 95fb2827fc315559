namespace Bot.Library.Languages;

/// <summary>The language of a reading, which decides how its words are found and its sentences are cut.</summary>
public enum ReadingLanguage
{
    /// <summary>English, or a text too short to tell.</summary>
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

    /// <summary>Any other: words are found as they are written.</summary>
    Other,
}
