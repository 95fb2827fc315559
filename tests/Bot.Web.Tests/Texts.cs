using Bot.Library.Readings;

namespace Bot.Web.Tests;

/// <summary>Makes readings for tests.</summary>
internal static class Texts
{
    /// <summary>A reading from paragraphs, each a list of sentences.</summary>
    public static Reading Reading(string id, params IReadOnlyList<IReadOnlyList<string>> paragraphs) => new()
    {
        Id = new ReadingId(id),
        Title = "On Rain",
        Author = "A. Author",
        File = $"{id}.md",
        Paragraphs = [.. paragraphs.Select((sentences, index) => Paragraph(index + 1, sentences))],
    };

    /// <summary>A paragraph from sentences.</summary>
    public static Paragraph Paragraph(int number, IReadOnlyList<string> sentences)
    {
        var places = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            places.Add(new Sentence(places.Count == 0 ? 0 : places[^1].End + 1, sentence.Length));
        }

        return new Paragraph(number, string.Join(' ', sentences), places);
    }
}
