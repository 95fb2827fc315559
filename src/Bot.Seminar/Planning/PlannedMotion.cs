using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Debate;

namespace Bot.Seminar.Planning;

/// <summary>A motion that a plan can hold: a sentence of a reading, or one that somebody wrote.</summary>
internal sealed partial class PlannedMotion
{
    private readonly Lazy<Sides> sides;

    private PlannedMotion(ShelfSnapshot snapshot, Motion motion, string text, bool isWritten)
    {
        Motion = motion;
        Text = text;
        IsWritten = isWritten;
        Id = Hash(Folded(motion.Claim));
        Kind = snapshot.Index.Lexicon.CriticalQuestions.KindOf(motion.Claim);
        sides = new Lazy<Sides>(() => Sides.Of(snapshot.Index, motion));
    }

    /// <summary>Stands for its words, wherever they stand: a paragraph that moves keeps its motions.</summary>
    public string Id { get; }

    /// <summary>The motion as it is put to the house.</summary>
    public string Text { get; }

    /// <summary>The motion in its reading; of a written one the reading is none that is served.</summary>
    public Motion Motion { get; }

    /// <summary>Whether somebody wrote it, so that no reading holds it.</summary>
    public bool IsWritten { get; }

    /// <summary>The kind of claim, which decides the questions.</summary>
    public string Kind { get; }

    /// <summary>Whether it asks for something or refuses it.</summary>
    public bool IsRefusal => Refusal().IsMatch(Motion.Claim);

    /// <summary>What the readings say on both sides; looked up once.</summary>
    public Sides Sides => sides.Value;

    /// <summary>A sentence of a reading.</summary>
    public static PlannedMotion Of(ShelfSnapshot snapshot, Motion motion) => new(snapshot, motion, motion.Text, isWritten: false);

    /// <summary>Any sentence of a reading, put to the house as it stands.</summary>
    public static PlannedMotion OfSentence(ShelfSnapshot snapshot, Reading reading, Paragraph paragraph, int number)
    {
        var sentence = paragraph.Quote(number, number);
        return new PlannedMotion(snapshot, new Motion(reading, paragraph, number, ClaimOf(sentence)), sentence, isWritten: false);
    }

    /// <summary>A motion in somebody's own words.</summary>
    public static PlannedMotion Written(ShelfSnapshot snapshot, string text)
    {
        var claim = ClaimOf(text);
        var reading = new Reading
        {
            Id = new ReadingId("written"),
            Title = "Written",
            File = "",
            Paragraphs = [new Paragraph(1, claim, [new Sentence(0, claim.Length)])],
        };
        return new PlannedMotion(snapshot, new Motion(reading, reading.Paragraphs[0], 1, claim), text, isWritten: true);
    }

    /// <summary>What a text maintains, without "This house believes that" and the full stop.</summary>
    public static string ClaimOf(string text) => HousePrefix().Replace(text, "").TrimEnd('.', ' ');

    /// <summary>A claim as it is compared: case and what is no letter or digit do not count.</summary>
    public static string Folded(string claim) =>
        string.Concat(claim.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    [GeneratedRegex(@"^\s*this\s+house\s+(?:believes|holds|thinks)\s+that\s+", RegexOptions.IgnoreCase)]
    private static partial Regex HousePrefix();

    [GeneratedRegex(@"\b(?:not|never|no|nor|nobody|nothing|refuse|reject|oppose)\b|n’t\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refusal();
}
