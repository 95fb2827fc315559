using Bot.Chat.Languages;

namespace Bot.Seminar.Commands;

/// <summary>Numbers with a noun in the singular or the plural: <c>1 reading</c>, <c>1,200 readings</c>.</summary>
internal static class Count
{
    public static string Readings(int number) => Of(number, CountTexts.OneReading, CountTexts.FormatReadings);

    public static string Paragraphs(int number) => Of(number, CountTexts.OneParagraph, CountTexts.FormatParagraphs);

    public static string Sentences(int number) => Of(number, CountTexts.OneSentence, CountTexts.FormatSentences);

    public static string Passages(int number) => Of(number, CountTexts.OnePassage, CountTexts.FormatPassages);

    public static string Words(int number) => Of(number, CountTexts.OneWord, CountTexts.FormatWords);

    public static string Files(int number) => Of(number, CountTexts.OneFile, CountTexts.FormatFiles);

    /// <summary>A number with its noun.</summary>
    /// <param name="number">The number.</param>
    /// <param name="one">The text for one.</param>
    /// <param name="several">Formats the text for other numbers.</param>
    public static string Of(int number, string one, Func<object?, string> several) => number == 1 ? one : several(Of(number));

    /// <summary>The number alone: <c>1,200</c>.</summary>
    public static string Of(int number) => Wording.FormatNumber(number);
}
