using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Seminar.Arguments;
using Bot.Seminar.Debate;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>A motion that a plan can hold: a sentence of a reading, or one that a member wrote.</summary>
/// <param name="lookUp">Looks up what the readings say on both sides.</param>
internal sealed partial class PlannedMotion(Func<CancellationToken, Task<Sides>> lookUp)
{
    private volatile Sides? sides;

    /// <summary>The motion in its reading; of a written one the reading is none that is served.</summary>
    public required Motion Motion { get; init; }

    /// <summary>The motion as it is put to the house.</summary>
    public required string Text { get; init; }

    /// <summary>Whether a member wrote it, so that no reading holds it.</summary>
    public required bool IsWritten { get; init; }

    /// <summary>The kind of claim, which decides the questions.</summary>
    public required string Kind { get; init; }

    /// <summary>Questions that test such a claim; at least one.</summary>
    public IReadOnlyList<string> Questions => CriticalQuestions.Of(Kind, CultureInfo.CurrentUICulture);

    /// <summary>Stands for its words, wherever they stand: a paragraph that moves keeps its motions.</summary>
    public string Id => Hash(Folded(Motion.Claim));

    /// <summary>Whether it asks for something or refuses it.</summary>
    public bool IsRefusal => Refusal().IsMatch(Motion.Claim);

    /// <summary>Whether it was looked up, and the readings have nothing on one of its sides.</summary>
    public bool IsKnownOneSided => sides is { AreBoth: false };

    /// <summary>What the readings say on both sides; looked up once, which takes about as long as a question.</summary>
    public async Task<Sides> SidesAsync(CancellationToken cancellationToken) => sides ??= await lookUp(cancellationToken);

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
