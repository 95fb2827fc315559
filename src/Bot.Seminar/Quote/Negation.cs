using System.Collections.Frozen;
using Bot.Library.Languages;

namespace Bot.Seminar.Quote;

/// <summary>Words that negate a sentence. Each language has only a few, and no new ones appear.</summary>
internal static class Negation
{
    private const string English = "not no never neither nor none nobody nothing cannot without hardly scarcely barely";

    private static readonly FrozenDictionary<ReadingLanguage, FrozenSet<string>> Words = new Dictionary<ReadingLanguage, FrozenSet<string>>
    {
        [ReadingLanguage.English] = SetOf(English),
        [ReadingLanguage.German] = SetOf("nicht nichts nie niemals niemand kein keine keinen keinem keiner keines weder ohne kaum"),
        [ReadingLanguage.French] = SetOf("ne pas non jamais rien aucun aucune personne ni sans guère"),
        [ReadingLanguage.Spanish] = SetOf("no nunca jamás nada nadie ningún ninguno ninguna ni sin tampoco apenas"),
        [ReadingLanguage.Portuguese] = SetOf("não nunca jamais nada ninguém nenhum nenhuma nem sem tampouco mal"),
        [ReadingLanguage.Italian] = SetOf("non mai niente nulla nessuno nessuna nessun né senza neppure neanche nemmeno"),
        [ReadingLanguage.Dutch] = SetOf("niet niets nooit niemand geen noch zonder nauwelijks"),
        [ReadingLanguage.Other] = SetOf(English),
    }.ToFrozenDictionary();

    /// <summary>Whether a word is one of them.</summary>
    /// <param name="form">The word in the scanner's form.</param>
    /// <param name="language">The language of the reading.</param>
    public static bool Contains(string form, ReadingLanguage language) =>
        Words[language].Contains(form)
        || (language == ReadingLanguage.English && form.EndsWith("n't", StringComparison.Ordinal))
        || (language == ReadingLanguage.French && form.StartsWith("n'", StringComparison.Ordinal));

    private static FrozenSet<string> SetOf(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
