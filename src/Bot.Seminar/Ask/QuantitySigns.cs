using System.Text.RegularExpressions;

namespace Bot.Seminar.Ask;

/// <summary>What a question about a quantity counts or measures.</summary>
internal enum Measure
{
    /// <summary>Any number of things.</summary>
    Count,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A length, height or distance.</summary>
    Length,

    /// <summary>An age.</summary>
    Age,

    /// <summary>A span of time.</summary>
    Duration,
}

/// <summary>Tells which measure a question wants, and whether a passage gives it.</summary>
internal static partial class QuantitySigns
{
    /// <summary>The measure that a question asks for.</summary>
    public static Measure Wanted(string question) =>
        MoneyQuestion().IsMatch(question) ? Measure.Money
        : AgeQuestion().IsMatch(question) ? Measure.Age
        : LengthQuestion().IsMatch(question) ? Measure.Length
        : DurationQuestion().IsMatch(question) ? Measure.Duration
        : Measure.Count;

    /// <summary>The signs of a measure in a passage that has no dates and numbered names any more.</summary>
    public static Regex Of(Measure measure) => measure switch
    {
        Measure.Money => Money(),
        Measure.Length => Length(),
        Measure.Age => Age(),
        Measure.Duration => Duration(),
        _ => Number(),
    };

    /// <summary>A passage without the numbers that count nothing: of sources, days, years and numbered names ("Resolution 12").</summary>
    public static string WithoutDates(string quote) => Uncounted().Replace(quote, " _ ");

    [GeneratedRegex(@"\bhow\s+much\s+(money\b|(do|does|did|will|would|is|was)\b.*\b(cost|pay|paid|earn|spend|spent|worth))|\bwhat\s+do(es)?\b.*\b(cost|earn)\b|\b(price|cost|salary|budget|wage|fee|revenue|income)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex MoneyQuestion();

    [GeneratedRegex(@"\bhow\s+old\b|\bwhat\s+(is|was)\b.*\bage\b", RegexOptions.IgnoreCase)]
    private static partial Regex AgeQuestion();

    [GeneratedRegex(@"\bhow\s+(tall|high|far|wide|deep)\b|\b(height|width|depth|distance|length|altitude)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LengthQuestion();

    [GeneratedRegex(@"\bhow\s+long\s+(do|does|did|has|have|had|was|were|will|would|after|before)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DurationQuestion();

    [GeneratedRegex(@"[$€£¥]\s?\d|\b(\d[\d,.]*|\w+)\s+(million|billion|trillion|thousand|hundred)?\s*(dollars?|euros?|pounds?|pence|cents?|yen|won|yuan|francs?|marks?|crowns?|crores?|rupees?|roubles?|rubles?|pesos?|USD|EUR|GBP|ECU)\b|\bfree\s+of\s+charge\b", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(\d[\d,.]*|\w+)[\s-]+(square\s+|cubic\s+|nautical\s+)?(km|kilomet(er|re)s?|met(er|re)s?|m|cm|mm|centimet(er|re)s?|millimet(er|re)s?|miles?|mi|feet|foot|ft|inch(es)?|yards?|stor(e)?ys?|stor(e)?ies|leagues?|fathoms?|light-years?|hours?|minutes?|days?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(aged?|years?[\s-]old|year-olds?|born|at\s+the\s+age|birthday|in\s+(his|her|their)\s+\w+(ties|teens))\b|\b(founded|built|established|dates?\s+(from|back))\b|\b\d+\s+years\b", RegexOptions.IgnoreCase)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(\d[\d,.]*|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|several|few|many|hundreds?|thousands?)[\s-]+(of\s+)?(an?\s+)?(second|minute|hour|day|night|week|fortnight|month|year|decade|centur|millenni)\w*|\b(until|till|since|from)\b.{0,30}\d", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"([$€£¥]\s?)?\b\d[\d,.]*\s?(%|percent|per\s+cent)?|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice|double|triple|once|none|nobody|few)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\[\d+(,\s*\d+)*\]|\b(\d{1,2}(st|nd|rd|th)?\s+)?(January|February|March|April|May|June|July|August|September|October|November|December)(\s+\d{1,2}(st|nd|rd|th)?\b)?(,?\s+[12]\d{3}\b)?|\b(in|of|since|until|from|by|for|to|and|between|after|before|during|early|late|mid|summer|spring|autumn|fall|winter|the)[\s-]+[12]\d{3}s?\b(?!\s+\p{Ll}+s\b)([-–][12]?\d{1,3}\b)?|[(]\s*[12]\d{3}\s*([-–]\s*[12]\d{3}\s*)?[)]|(?<=\b(Resolution|Article|Chapter|Section|Act|No\.?|Nr\.?|Number|Figure|Table|Page|Volume|Part|Room|Apollo|Flight|Route|Highway|Directive|Regulation|Decree|Law|Title)\s)\d[\d/.]*")]
    private static partial Regex Uncounted();
}
