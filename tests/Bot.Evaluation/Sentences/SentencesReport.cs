using System.Globalization;
using System.Text.Json;
using Bot.Evaluation.Files;
using Bot.Library.Readings.Sentences;

namespace Bot.Evaluation.Sentences;

/// <summary>Measures the sentence splitter on gold data in two formats.</summary>
internal static class SentencesReport
{
    private static readonly SentenceSplitter Splitter = new();

    /// <summary>Prints the golden rules that pass, or precision, recall and F1 of sentence boundaries inside paragraphs.</summary>
    /// <param name="file">A JSON array of rules (name, input, expected) or of paragraphs (text, sents as pairs of offsets).</param>
    /// <param name="output">Receives the figures.</param>
    /// <exception cref="EvaluationException">The file is missing or has neither format.</exception>
    public static void Run(string file, TextWriter output)
    {
        using var json = Parse(file);
        var cases = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToList() : [];
        if (All(cases, "input", "expected", "name"))
        {
            WriteRules(cases, output);
        }
        else if (All(cases, "text", "sents"))
        {
            WriteBoundaries(cases, output);
        }
        else
        {
            throw new EvaluationException($"{file} contains neither rules (name, input, expected) nor paragraphs with offsets (text, sents).");
        }
    }

    private static JsonDocument Parse(string file)
    {
        using var stream = InputFile.Open(file);
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException malformed)
        {
            throw new EvaluationException($"{file} is not JSON: {malformed.Message}");
        }
    }

    private static bool All(List<JsonElement> cases, params string[] properties) => cases.Count > 0 && cases.TrueForAll(entry =>
        entry.ValueKind == JsonValueKind.Object && Array.TrueForAll(properties, property => entry.TryGetProperty(property, out _)));

    private static void WriteRules(List<JsonElement> rules, TextWriter output)
    {
        var failed = rules.Where(rule => !Passes(rule)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Golden rules passed: {rules.Count - failed.Count} of {rules.Count}"));
        foreach (var rule in failed)
        {
            output.WriteLine($"  failed: {rule.GetProperty("name").GetString()}");
        }

        output.WriteLine();
    }

    // Readings normalise a paragraph's white space before splitting, so this is done here too.
    private static bool Passes(JsonElement rule)
    {
        var text = string.Join(' ', Text(rule, "input").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var expected = rule.GetProperty("expected").EnumerateArray().Select(sentence => sentence.GetString() ?? "");
        return Splitter.Split(text).Select(sentence => text[sentence.Start..sentence.End]).SequenceEqual(expected);
    }

    private static void WriteBoundaries(List<JsonElement> paragraphs, TextWriter output)
    {
        var (hits, found, gold) = (0, 0, 0);
        foreach (var paragraph in paragraphs)
        {
            var ours = Splitter.Split(Text(paragraph, "text")).Skip(1).Select(sentence => sentence.Start).ToHashSet();
            var theirs = paragraph.GetProperty("sents").EnumerateArray().Skip(1).Select(offsets => offsets[0].GetInt32()).ToHashSet();
            hits += ours.Count(theirs.Contains);
            found += ours.Count;
            gold += theirs.Count;
        }

        var (precision, recall) = (Part(hits, found), Part(hits, gold));
        var f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Boundaries inside {paragraphs.Count} paragraphs: F1 {100 * f1:F1}, precision {100 * precision:F1}, recall {100 * recall:F1}"));
        output.WriteLine();
    }

    private static double Part(int hits, int all) => all == 0 ? 0 : (double)hits / all;

    private static string Text(JsonElement entry, string property) => entry.GetProperty(property).GetString() ?? "";
}
