using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Commands;

/// <summary>
/// Short hashes of the text that a choice refers to. If the same choice gets another stamp later, its readings have changed, and it would show something
/// else.
/// </summary>
internal static class ChoiceStamps
{
    // Six hexadecimal digits miss a change only once in sixteen million cases.
    private const int Digits = 6;

    private static readonly ConditionalWeakTable<Reading, string> OfReadings = [];
    private static readonly ConditionalWeakTable<ShelfSnapshot, string> OfShelves = [];

    /// <summary>The stamp of what a command with this text refers to: a paragraph, a reading, or all readings; empty if none of them.</summary>
    public static string Of(ShelfSnapshot shelf, CommandInfo command, string text)
    {
        var parsed = CommandText.Parse(command, text, shelf.Readings);
        var place = TypedPlace.Parse(parsed.Rest);
        if (parsed.Given.GetValueOrDefault("reading") is { } name && shelf.Readings.FirstOrDefault(reading => reading.Id.Value == name) is { } reading)
        {
            return place.Anchor is { } anchor && reading.Find(anchor.Paragraph) is { } paragraph ? Hash(paragraph.Text) : Of(reading);
        }

        return command.Options.Any(option => option.Kind == OptionKind.Reading)
            ? OfShelves.GetValue(shelf, all => Hash(string.Concat(all.Readings.Select(Of))))
            : "";
    }

    private static string Of(Reading reading) => OfReadings.GetValue(
        reading, whole => Hash(string.Join('\n', whole.Paragraphs.Select(paragraph => paragraph.Text).Prepend(whole.Id.Value))));

    /// <summary>A short hash of a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
