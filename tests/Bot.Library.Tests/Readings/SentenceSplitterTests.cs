using Bot.Library.Languages;
using Bot.Library.Readings.Parsing;
using Bot.Library.Readings.Sentences;
using CsCheck;

namespace Bot.Library.Tests.Readings;

public sealed class SentenceSplitterTests
{
    private static readonly SentenceSplitter Splitter = new();

    // A bar marks the end of a sentence.
    [Theory]
    [InlineData("The U.S. Navy sailed.|It met nobody.")]
    [InlineData("It was decided in the U.S.|The ships sailed.")]
    [InlineData("The U.N. Charter binds them.|So does custom.")]
    [InlineData("She has a Ph.D. in law.|He holds an M.A. and teaches.")]
    [InlineData("Some goods, e.g. Swiss watches, were spared.")]
    [InlineData("Dr. J. R. Ames and Prof. Lee met Mr. Oak at 5 p.m. on Jan. 3.|They agreed.")]
    [InlineData("Exports fell by 86.3 percent, to $1.5 billion.|Imports rose 0.4 percent.")]
    [InlineData("See No. 5 and Fig. 2.|No.|That is final.")]
    [InlineData("It ended in 1994.|In 2002 it began anew.")]
    [InlineData("Shops, banks, etc. were closed.|Trains ran.")]
    [InlineData("He left the firm of Brown & Co. for good.")]
    public void AnAbbreviationEndsASentenceOnlyBeforeAnOpeningWord(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("“Who pays?” the minister asked.|Nobody knew.")]
    [InlineData("“Who pays?” Mary asked.|Nobody knew.")]
    [InlineData("They asked “Who pays?”|The minister was silent.")]
    [InlineData("He said, “We will not sign.”|The room was silent.")]
    [InlineData("\"We will not sign.\"|\"Why not?\"|\"It is late.\"")]
    [InlineData("The general's \"boots on foreign ground\" changed the mood.|Talks began.")]
    [InlineData("She called it ‘a folly.’|Others agreed.")]
    [InlineData("“It failed,” he said.|“They knew.”")]
    public void AClosingQuotationMarkBelongsToItsSentence(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("“Does the U.S. Senate, i.e. its majority, want this … or that?”|It does.")]
    [InlineData("He wrote that “no. 7 (see p. 4. and p. 5.) stands” in 1998.")]
    public void AQuotationsFirstSentenceIsNotCut(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("It was ... not to be.|It ended.")]
    [InlineData("It was … not to be.")]
    [InlineData("They waited…|Nobody came.")]
    [InlineData("They waited....|Nobody came.")]
    public void AnEllipsisEndsASentenceOnlyBeforeACapital(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("The treaty (signed in May. It was late.) held.|It still does.")]
    [InlineData("It held.|(Many had doubts.)|It still does.")]
    [InlineData("It was signed.[3]|The ink was dry. [4]|Then they left.³|Nobody spoke.")]
    [InlineData("It held “for years” (Ames 1998, p. 5).|Then it broke.")]
    public void NotesAndBracketsStayWithTheirSentence(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData(ReadingLanguage.German, "Am 3. Mai 1869 wurde der Kanal, z. B. für Dr. Holm, eröffnet.|Die Bauern klagten.")]
    [InlineData(ReadingLanguage.German, "Im 19. Jahrhundert galt Art. 5 Abs. 2 noch nicht.|Es kam anders.")]
    [InlineData(ReadingLanguage.German, "Ludwig XIV. König von Frankreich zu nennen, genügte ihm.|Er wollte mehr.")]
    [InlineData(ReadingLanguage.German, "Er kam am 3.|Die anderen kamen nie.")]
    [InlineData(ReadingLanguage.German, "„Das ist gut.“|Er ging.|„Kommst du?“, fragte sie.|»Nein.«|Sie schwieg.")]
    [InlineData(ReadingLanguage.French, "M. Dupont vit Mme Durand, p. ex. au pont n° 5.|Elle partit.")]
    [InlineData(ReadingLanguage.French, "« Il pleut. »|Il partit.|« Vraiment ? » demanda-t-elle.|Oui.")]
    [InlineData(ReadingLanguage.French, "Cf. l’art. 5 et la p. 12.|Le reste suit.")]
    [InlineData(ReadingLanguage.Spanish, "El Sr. Gómez, de los EE. UU., pagó 3.000 pesos.|La Sra. Ruiz no pagó.")]
    [InlineData(ReadingLanguage.Spanish, "—¿Vienes? —preguntó Ana.|Nadie habló.|«Me quedo.»|Cerró.")]
    [InlineData(ReadingLanguage.Portuguese, "O Sr. Costa leu o art. 5.º da lei, p. ex. na pág. 12.|A Sra. Lima saiu.")]
    [InlineData(ReadingLanguage.Italian, "Il sig. Rossi e il dott. Bianchi lessero l’art. 5, cfr. pag. 12.|Poi uscirono.")]
    [InlineData(ReadingLanguage.Dutch, "Dhr. De Vries las art. 5, d.w.z. blz. 12.|Het regende.")]
    [InlineData(ReadingLanguage.Other, "Kanalen åpnet 3. Mai.|Bøndene klaget.")]
    public void EachLanguageHasItsAbbreviationsDatesAndQuotationMarks(ReadingLanguage language, string marked)
    {
        var text = marked.Replace("|", " ", StringComparison.Ordinal);
        var sentences = new SentenceSplitter(language).Split(text).Select(sentence => text[sentence.Start..sentence.End]);

        Assert.Equal(marked, string.Join('|', sentences));
    }

    [Theory]
    [InlineData("Le barrage a 2,5 m. Selon la loi, c’est permis.", ReadingLanguage.French, 2)]
    [InlineData("La presa mide 2,5 m. Según la ley, está permitido.", ReadingLanguage.Spanish, 2)]
    [InlineData("Проф. Иванов сказал нет. Все молчали.", ReadingLanguage.Other, 2)]
    [InlineData("Prof. Kowalski nie odpowiedział. Rada milczała.", ReadingLanguage.Other, 2)]
    public void UnitsEndSentencesAndShortWordsOfAnUnknownLanguageDoNot(string text, ReadingLanguage language, int count) =>
        Assert.Equal(count, new SentenceSplitter(language).Split(text).Count);

    [Theory]
    [InlineData("1.1. “Boat” means anything that floats. It need not move.")]
    [InlineData("10.12.3. Boats float. They need not move.")]
    public void TheNumberOfADefinitionBelongsToItsSentence(string text) => Assert.Equal(2, new SentenceSplitter().Split(text).Count);

    [Fact]
    public void AReadingIsCutByTheRulesOfItsLanguage()
    {
        var reading = ReadingFactory.Default.CreateFromText(
            "kanal", "Der Kanal", "Am 3. Mai 1869 wurde der Kanal von der Stadt eröffnet, d. h. nach zehn Jahren Bauzeit. Die Bauern klagten dagegen vor dem Gericht der Stadt.");

        Assert.Equal(ReadingLanguage.German, reading.Language);
        Assert.Equal(2, reading.Paragraphs[0].Sentences.Count);
    }

    [Theory]
    [InlineData("条約は署名された。|誰も来なかった。")]
    [InlineData("¿Quién paga?|¡Nadie!|El ministro calló.")]
    [InlineData("Мир настал.|Никто не пришёл.")]
    public void OtherLanguagesAreCutAtTheirMarks(string marked)
    {
        var expected = marked.Split('|');
        var text = string.Join(char.IsAscii(marked[^2]) || marked[^1] == '.' ? " " : "", expected);

        Assert.Equal(expected, Split(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void ABlankTextHasNoSentence(string text) => Assert.Empty(Splitter.Split(text));

    [Theory]
    [InlineData("...")]
    [InlineData("Untitled")]
    [InlineData("a")]
    public void ATextWithoutABoundaryIsOneSentence(string text) => Assert.Equal([text], Split(text));

    [Fact]
    public void SentencesCoverEveryTextExceptItsWhiteSpace() =>
        Gen.String[Gen.Char["Ab1 .!?…\"“”’'()[]|-–•。é\n "], 0, 200].Sample(text =>
        {
            var end = 0;
            foreach (var sentence in Splitter.Split(text))
            {
                Assert.True(sentence.Length > 0 && string.IsNullOrWhiteSpace(text[end..sentence.Start]));
                Assert.Equal(text[sentence.Start..sentence.End].Trim(), text[sentence.Start..sentence.End]);
                end = sentence.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        });

    [Theory]
    [InlineData("(")]
    [InlineData(". - ")]
    [InlineData("x.X")]
    [InlineData("a.[1]")]
    [InlineData("A. (")]
    [InlineData("”. “")]
    public void TextsThatAreNotProseAreSplitInLinearTime(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 400_000));
        var started = System.Diagnostics.Stopwatch.StartNew();

        Splitter.Split(text);

        // Takes under a second; a quadratic rule would take many minutes.
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void AMissingListOfAbbreviationsIsNamed()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => Abbreviations.Load("/nowhere/abbreviations.txt"));

        Assert.Contains("/nowhere/abbreviations.txt", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# a comment\nMr\n[never-ends]\nDr\n")]
    [InlineData("# never-ends\nMr\n")]
    [InlineData("[never-ends]\n[sometimes-ends]\nDr\n")]
    public void AFaultInTheListOfAbbreviationsIsNamedWithItsLine(string list)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, list);

            var malformed = Assert.Throws<FormatException>(() => Abbreviations.Load(file));

            Assert.Contains("line 2", malformed.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertSplit(string marked) => Assert.Equal(marked.Split('|'), Split(marked.Replace('|', ' ')));

    private static IEnumerable<string> Split(string text) => Splitter.Split(text).Select(sentence => text[sentence.Start..sentence.End]);
}
