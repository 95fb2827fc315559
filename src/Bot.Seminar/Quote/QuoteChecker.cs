using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>Compares a quote with every reading on a shelf.</summary>
/// <param name="index">The words of the shelf.</param>
/// <param name="budget">The time limit.</param>
internal sealed class QuoteChecker(QuoteIndex index, TimeBudget budget)
{
    // With less than half of the words' weight, a match is at best a paraphrase.
    private const double MinShare = 0.5;
    private const int MinWords = 3;
    private const int MinTelling = 2;

    // Function words have little weight, but this many in order cannot be chance.
    private const int MinWordsInOrder = 6;
    private const double MaxShare = 0.75;

    // The most words that can be left out without an ellipsis; with more, the quote joins two places.
    private const int MaxSlip = 12;

    // If a word has more places, they are counted without comparing the signs around them.
    private const int MaxPlaces = 100;

    /// <summary>Checks a quote.</summary>
    /// <param name="quote">The quote, with at least one word.</param>
    public QuoteFinding Check(TypedQuote quote)
    {
        var words = quote.Words.Select(word => index.FindNumber(quote.Tokens[word].Form)).ToArray();
        var exact = FindExactPlaces(quote, words).Take(MaxPlaces + 1).ToList();
        var places = exact.Take(MaxPlaces).Select(pieces => CreateParts(quote, pieces)).ToList();
        var verbatim = places.Where(parts => parts.All(part => part.Differences.Count == 0)).ToList();
        if (verbatim.Count > 0)
        {
            return new QuoteFinding(Judge(verbatim[0]), verbatim[0])
            {
                RunsOn = verbatim[0].Count > 1,
                AlsoAt = [.. verbatim.Skip(1).Select(parts => parts[0])],
                Occurrences = exact.Count > MaxPlaces ? index.Find(words).Count : verbatim.Count,
            };
        }

        return places.Count > 0 ? new QuoteFinding(QuoteVerdict.Altered, places[0])
            : quote.Gaps.Count == 0 && FindWithOmissions(words) is { } piece ? new QuoteFinding(QuoteVerdict.Altered, CreateParts(quote, [piece]))
            : FindApproximate(quote, words);
    }

    private static QuoteVerdict Judge(IReadOnlyList<QuotePart> sameWords) =>
        sameWords.Any(part => part.HiddenNegation is not null) ? QuoteVerdict.Altered : QuoteVerdict.Verbatim;

    // The shortest sentence that has all the words in order, with others between them.
    private Piece? FindWithOmissions(int[] words)
    {
        if (!IsEnough(words, [.. words]))
        {
            return null;
        }

        var rarest = words.MinBy(word => index.FindPlaces(word).Length);
        Piece? best = null;
        foreach (var place in index.FindPlaces(rarest).ToArray())
        {
            if (budget.IsOver())
            {
                break;
            }

            var (start, end) = index.FindSentence(place);
            for (var first = start; first < end; first++)
            {
                if (index[first] == words[0]
                    && FindLastOfSubsequence(words, first, end) is { } last
                    && !(best is { } other && other.LastPlace - other.FirstPlace <= last - first))
                {
                    best = new Piece(0, words.Length - 1, first, last, AfterGap: false);
                }
            }
        }

        return best;
    }

    private int? FindLastOfSubsequence(int[] words, int first, int end)
    {
        var next = 0;
        for (var place = first; place < end; place++)
        {
            if (index[place] == words[next] && ++next == words.Length)
            {
                return place;
            }
        }

        return null;
    }

    // Every place with all the words in order: in a row, or in one paragraph with gaps at the ellipses.
    private IEnumerable<List<Piece>> FindExactPlaces(TypedQuote quote, int[] words)
    {
        var runs = quote.SplitIntoRuns().ToList();
        var placesOf = new Dictionary<(int First, int Count), List<int>>();
        foreach (var start in index.Find(words.AsSpan(0, runs[0].Count)))
        {
            if (budget.IsOver())
            {
                yield break;
            }

            var pieces = new List<Piece> { new(0, runs[0].Count - 1, start, start + runs[0].Count - 1, AfterGap: false) };
            var end = index.EndOf(index.FindParagraph(start));
            foreach (var (first, count) in runs.Skip(1))
            {
                // Each run is looked up only once.
                if (!placesOf.TryGetValue((first, count), out var places))
                {
                    places = index.Find(words.AsSpan(first, count));
                    placesOf.Add((first, count), places);
                }

                var at = places.BinarySearch(pieces[^1].LastPlace + 1);
                var next = (at < 0 ? ~at : at) is var found && found < places.Count ? places[found] : int.MaxValue;
                if (next > end - count)
                {
                    break;
                }

                pieces.Add(new Piece(first, first + count - 1, next, next + count - 1, AfterGap: true));
            }

            if (pieces.Count == runs.Count)
            {
                yield return pieces.SelectMany(CutAtParagraphs).ToList();
            }
        }
    }

    private IEnumerable<Piece> CutAtParagraphs(Piece piece)
    {
        for (var place = piece.FirstPlace; place <= piece.LastPlace;)
        {
            var last = Math.Min(piece.LastPlace, index.EndOf(index.FindParagraph(place)) - 1);
            var word = piece.FirstWord + place - piece.FirstPlace;
            yield return new Piece(word, word + last - place, place, last, piece.AfterGap && place == piece.FirstPlace);
            place = last + 1;
        }
    }

    private QuoteFinding FindApproximate(TypedQuote quote, int[] words)
    {
        var stretches = Candidates.Choose(index, words, budget);
        var pieces = Join(Alignment.Align(index, words, quote.Gaps, stretches, budget).Where(piece => piece.FirstPlace >= 0));
        if (!IsEnough(words, FollowPieces(words, pieces)))
        {
            return QuoteFinding.Nothing;
        }

        var parts = CreateParts(quote, pieces);
        var runsOn = parts.Count > 1 && RunsOn(pieces);
        var verdict = parts.Count > 1 && !runsOn ? QuoteVerdict.Stitched
            : parts.Any(part => part.Differences.Count > 0) ? QuoteVerdict.Altered
            : Judge(parts);
        return new QuoteFinding(verdict, parts) { RunsOn = runsOn };
    }

    // A jump over a few words of one paragraph, or within a sentence, is an omission and not stitching.
    private List<Piece> Join(IEnumerable<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && !piece.AfterGap && IsAhead(joined[^1], piece)
                && (piece.FirstPlace - joined[^1].LastPlace - 1 <= MaxSlip || piece.FirstPlace < index.FindSentence(joined[^1].LastPlace).End))
            {
                joined[^1] = joined[^1] with { LastWord = piece.LastWord, LastPlace = piece.LastPlace };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private bool IsAhead(Piece earlier, Piece later) =>
        later.FirstPlace > earlier.LastPlace && index.FindParagraph(later.FirstPlace) == index.FindParagraph(earlier.LastPlace);

    private bool IsEnough(int[] words, List<int> followed)
    {
        var told = followed.Sum(index.WeighWord) / Math.Max(words.Sum(index.WeighWord), 0.001);
        var tells = followed.Count >= MinWords && followed.Count(word => !index.IsStopWord(word)) >= MinTelling && told >= MinShare;
        return tells || (followed.Count >= MinWordsInOrder && followed.Count >= MaxShare * words.Length);
    }

    // The typed words that match the readings in the pieces, in order.
    private List<int> FollowPieces(int[] words, List<Piece> pieces)
    {
        var followed = new List<int>();
        foreach (var piece in pieces)
        {
            var place = piece.FirstPlace;
            for (var word = piece.FirstWord; word <= piece.LastWord; word++)
            {
                var found = place;
                while (found <= piece.LastPlace && index[found] != words[word])
                {
                    found++;
                }

                if (found <= piece.LastPlace)
                {
                    followed.Add(words[word]);
                    place = found + 1;
                }
            }
        }

        return followed;
    }

    private bool RunsOn(List<Piece> pieces) => pieces.Zip(pieces.Skip(1)).All(pair =>
        pair.Second.FirstPlace == pair.First.LastPlace + 1
        && index.Paragraph(index.FindParagraph(pair.First.LastPlace)).Reading == index.Paragraph(index.FindParagraph(pair.Second.FirstPlace)).Reading);

    private List<QuotePart> CreateParts(TypedQuote quote, List<Piece> pieces)
    {
        var parts = new List<QuotePart>();
        for (var i = 0; i < pieces.Count;)
        {
            var next = i + 1;
            while (next < pieces.Count && pieces[next].AfterGap && IsAhead(pieces[next - 1], pieces[next]))
            {
                next++;
            }

            parts.Add(CreatePart(quote, pieces[i..next]));
            i = next;
        }

        return parts;
    }

    private QuotePart CreatePart(TypedQuote quote, List<Piece> pieces)
    {
        var ordinal = index.FindParagraph(pieces[0].FirstPlace);
        var (reading, paragraph) = index.Paragraph(ordinal);
        var tokens = QuoteToken.Scan(paragraph.Text);
        var wordTokens = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Kind == TokenKind.Word).ToList();
        var start = index.StartOf(ordinal);
        var spans = new List<TextSpan>();
        var differences = new List<WordDifference>();
        foreach (var piece in pieces)
        {
            var (first, last) = (wordTokens[piece.FirstPlace - start], wordTokens[piece.LastPlace - start]);
            first = PrintedWord.FindFirstPiece(tokens, paragraph.Text, first, quote.Tokens[quote.Words[piece.FirstWord]].Form);
            last = PrintedWord.FindLastPiece(tokens, paragraph.Text, last, quote.Tokens[quote.Words[piece.LastWord]].Form);
            spans.Add(new TextSpan(tokens[first].Start, tokens[last].End - tokens[first].Start));
            differences.AddRange(WordDifferences.Compare(
                quote.TakeBetween(piece.FirstWord, piece.LastWord),
                quote.Text,
                [.. tokens[first..(last + 1)].Where(token => token.Kind != TokenKind.Ellipsis)],
                paragraph.Text));
        }

        return new QuotePart(reading, paragraph, spans)
        {
            Differences = differences,
            LeftOut = [.. spans.Zip(spans.Skip(1), (before, after) => paragraph.Text[before.End..after.Start].Trim())],
            HiddenNegation = spans.Zip(spans.Skip(1), (before, after) => FindHiddenNegation(reading.Language, paragraph, before, after))
                .FirstOrDefault(word => word is not null),
        };
    }

    // An ellipsis can leave out whole sentences, but not a negation of a sentence that is quoted in part.
    private static string? FindHiddenNegation(ReadingLanguage language, Paragraph paragraph, TextSpan before, TextSpan after)
    {
        foreach (var sentence in paragraph.Sentences.Where(sentence => sentence.Start < before.End || sentence.End > after.Start))
        {
            var (start, end) = (Math.Max(sentence.Start, before.End), Math.Min(sentence.End, after.Start));
            var text = start < end ? paragraph.Text[start..end] : "";
            if (QuoteToken.Scan(text).FirstOrDefault(token => Negation.Contains(token.Form ?? "", language)) is { Form: not null } word)
            {
                return text[word.Start..word.End];
            }
        }

        return null;
    }
}
