using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>
/// The numbers that Word puts before paragraphs, headings and items of lists. They stand nowhere in the text; a judgment is cited by them.
/// </summary>
internal sealed partial class DocxNumbers
{
    private const int Levels = 9;
    private const int Letters = 26;
    private const int MaxRoman = 3999;

    private readonly DocxStyles styles;
    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<int, AbstractNum> forms = [];
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int Instance, int Level)> begun = [];

    /// <summary>Takes the numbered paragraphs of a document in order.</summary>
    public DocxNumbers(MainDocumentPart main, DocxStyles styles)
    {
        this.styles = styles;
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var form in numbering?.Elements<AbstractNum>() ?? [])
        {
            forms.TryAdd(form.AbstractNumberId?.Value ?? 0, form);
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            instances.TryAdd(instance.NumberID?.Value ?? 0, instance);
        }
    }

    /// <summary>The number or bullet of the next paragraph.</summary>
    /// <returns>Null if it has none. The label of a bullet is empty.</returns>
    public DocxNumber? Next(WordParagraph paragraph)
    {
        if (styles.NumberingOf(paragraph) is not var (id, level) || id == 0 || level is < 0 or >= Levels
            || !instances.TryGetValue(id, out var instance)
            || instance.AbstractNumId?.Val?.Value is not { } formId || !forms.TryGetValue(formId, out var form)
            || LevelOf(instance, form, level) is not { } own)
        {
            return null;
        }

        var counts = counters.TryGetValue(formId, out var known) ? known : counters[formId] = new int[Levels];
        Count(instance, form, counts, level);
        if (own.NumberingFormat?.Val?.Value is { } kind && (kind == NumberFormatValues.Bullet || kind == NumberFormatValues.None))
        {
            return new DocxNumber("", level);
        }

        var label = Place.Replace(own.LevelText?.Val?.Value ?? "", place =>
        {
            var at = place.Value[1] - '1';
            return Write(counts[at], LevelOf(instance, form, at)?.NumberingFormat?.Val?.Value);
        });
        return new DocxNumber(Folding.Fold(label), level);
    }

    private void Count(NumberingInstance instance, AbstractNum form, int[] counts, int level)
    {
        var first = OverrideOf(instance, level)?.StartOverrideNumberingValue?.Val?.Value;
        var start = LevelOf(instance, form, level)?.StartNumberingValue?.Val?.Value ?? 1;
        var isNew = begun.Add((instance.NumberID?.Value ?? 0, level));
        counts[level] = isNew && first is { } restart ? restart : counts[level] == 0 ? start : counts[level] + 1;
        for (var below = level + 1; below < Levels; below++)
        {
            counts[below] = 0;
        }

        // "1.1" may come before any "1.".
        for (var above = 0; above < level; above++)
        {
            counts[above] = Math.Max(counts[above], 1);
        }
    }

    private static LevelOverride? OverrideOf(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(one => one.LevelIndex?.Value == level);

    private static Level? LevelOf(NumberingInstance instance, AbstractNum form, int level) =>
        OverrideOf(instance, level)?.Level ?? form.Elements<Level>().FirstOrDefault(one => one.LevelIndex?.Value == level);

    private static string Write(int number, NumberFormatValues? kind)
    {
        if (kind == NumberFormatValues.LowerLetter || kind == NumberFormatValues.UpperLetter)
        {
            var first = kind == NumberFormatValues.LowerLetter ? 'a' : 'A';
            return new string((char)(first + ((number - 1) % Letters)), ((number - 1) / Letters) + 1);
        }

        if (number is >= 1 and <= MaxRoman && (kind == NumberFormatValues.LowerRoman || kind == NumberFormatValues.UpperRoman))
        {
            var roman = RomanNumeral.Write(number);
            return kind == NumberFormatValues.LowerRoman ? roman.ToLowerInvariant() : roman;
        }

        return number.ToString(kind == NumberFormatValues.DecimalZero ? "00" : "0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place { get; }
}

/// <summary>What Word puts before a paragraph.</summary>
/// <param name="Label">As it is shown: <c>[38]</c>, <c>(a)</c>; empty for a bullet.</param>
/// <param name="Level">How far in the list, from 0.</param>
internal sealed record DocxNumber(string Label, int Level);
