using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Product;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Evaluation.Squad;

/// <summary>The product's own search and its command <c>ask</c>, with each article as a reading.</summary>
internal sealed class OursAnswerer : IAnswerer
{
    private readonly Dictionary<Paragraph, string> idOf = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<SquadArticle> articles = [];
    private SeminarUnderTest seminar = SeminarUnderTest.Over([]);
    private (string Paragraph, SeminarUnderTest Seminar)? reduced;

    public void Index(IReadOnlyList<SquadArticle> articles)
    {
        this.articles = articles;
        seminar = SeminarUnderTest.Over([.. articles.Select((article, i) => AsReading(i, article.Title, article.Paragraphs))]);
    }

    public IReadOnlyList<string> Rank(string question, int count)
    {
        var found = ParagraphSearch.Search(seminar.Index, SearchQuery.Parse(question, Lexicon.Default), count);
        return [.. found.Select(paragraph => idOf[paragraph.Paragraph])];
    }

    public async Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken)
    {
        var asked = without is null ? seminar : Without(without);
        var reply = await asked.AskAsync("ask", question, cancellationToken);
        return (reply.Status, reply.Quotes.FirstOrDefault(quote => !quote.IsSuggestion)) switch
        {
            (ReplyStatus.Answered, { } quote) => SquadAnswer.Of(quote.Text, quote.Score ?? 0),
            (ReplyStatus.Abstained, null) => SquadAnswer.Silence,
            _ => SquadAnswer.Error,
        };
    }

    public void Dispose() => reduced = null;

    // Taken out for good rather than filtered, so that the command is the one that people use, with not a word of it left.
    private SeminarUnderTest Without(string id)
    {
        if (reduced?.Paragraph != id)
        {
            var readings = seminar.Readings.ToList();
            var number = articles.TakeWhile(article => article.Paragraphs.All(paragraph => paragraph.Id != id)).Count();
            var left = articles[number].Paragraphs.Where(paragraph => paragraph.Id != id).ToList();
            readings[number] = AsReading(number, articles[number].Title, left);
            reduced = (id, (reduced?.Seminar ?? seminar).With(readings));
        }

        return reduced.Value.Seminar;
    }

    private Reading AsReading(int number, string title, IReadOnlyList<SquadParagraph> paragraphs)
    {
        var reading = InMemoryReading.Create($"article-{number + 1}", title, paragraphs.Select(paragraph => paragraph.Text));
        foreach (var (paragraph, source) in reading.Paragraphs.Zip(paragraphs))
        {
            idOf.Add(paragraph, source.Id);
        }

        return reading;
    }
}
