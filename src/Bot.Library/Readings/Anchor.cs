using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings;

/// <summary>A place in a reading, written <c>¶9</c> for a paragraph or <c>¶9.2</c> for a sentence of it.</summary>
/// <param name="Paragraph">The paragraph's number, from 1.</param>
/// <param name="Sentence">The sentence's number, from 1; null for the whole paragraph.</param>
public readonly partial record struct Anchor(int Paragraph, int? Sentence = null)
{
    /// <summary>Reads an anchor as people type it: <c>¶9.2</c>, <c>9.2</c>, <c>p9</c>, <c>¶ 9</c>.</summary>
    /// <param name="text">What was typed; nothing else may stand in it.</param>
    /// <param name="anchor">The place; <c>default</c> where the text is none.</param>
    /// <returns>Whether the text is an anchor.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Anchor anchor)
    {
        anchor = default;
        var match = Written.Match(text ?? "");
        if (!match.Success || !int.TryParse(match.Groups["paragraph"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var paragraph))
        {
            return false;
        }

        int? sentence = null;
        if (match.Groups["sentence"].Success)
        {
            if (!int.TryParse(match.Groups["sentence"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            sentence = number;
        }

        anchor = new Anchor(paragraph, sentence);
        return paragraph >= 1 && sentence is null or >= 1;
    }

    /// <inheritdoc />
    public override string ToString() => Sentence is { } sentence
        ? string.Create(CultureInfo.InvariantCulture, $"¶{Paragraph}.{sentence}")
        : string.Create(CultureInfo.InvariantCulture, $"¶{Paragraph}");

    [GeneratedRegex(@"^\s*(?:¶|§|[Pp](?:ara(?:graph)?)?\.?)?\s*(?<paragraph>[0-9]{1,6})(?:\.(?<sentence>[0-9]{1,6}))?(?:[–-][0-9]{1,6})?\s*$")]
    private static partial Regex Written { get; }
}
