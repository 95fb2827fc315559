using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Bot.Library.Languages;

/// <summary>
/// Splits English text into search terms: words without accents, capitals, possessives and endings. An acronym in capitals is different from the word with
/// the same letters (<c>US</c>, <c>WHO</c>), with or without full stops.
/// </summary>
internal sealed class ReadingAnalyzer : Analyzer
{
    /// <inheritdoc />
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, tokenizer);
        stream = new AcronymFilter(stream);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        stream = new ASCIIFoldingFilter(stream);
        stream = new PorterStemFilter(stream);
        return new TokenStreamComponents(tokenizer, stream);
    }

    /// <summary>Turns <c>U.S.</c> and <c>US</c> into the same term, which differs from the term of <c>us</c>.</summary>
    private sealed class AcronymFilter : TokenFilter
    {
        private readonly ICharTermAttribute term;
        private readonly IKeywordAttribute keyword;

        public AcronymFilter(TokenStream input)
            : base(input)
        {
            term = AddAttribute<ICharTermAttribute>();
            keyword = AddAttribute<IKeywordAttribute>();
        }

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken())
            {
                return false;
            }

            var word = term.ToString();
            if (IsAcronym(word))
            {
                var letters = word.Replace(".", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
                term.SetEmpty().Append(letters.Length == 2 || StopWords.Contains(letters) ? letters + "." : letters);
                keyword.IsKeyword = true;
            }

            return true;
        }

        private static bool IsAcronym(string word)
        {
            var letters = 0;
            foreach (var character in word)
            {
                if (char.IsAsciiLetterUpper(character))
                {
                    letters++;
                }
                else if (character != '.')
                {
                    return false;
                }
            }

            return letters is >= 2 and <= 6;
        }
    }
}
