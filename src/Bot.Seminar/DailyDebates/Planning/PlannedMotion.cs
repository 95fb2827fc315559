using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Library.Languages;
using Bot.Seminar.Arguments;
using Bot.Seminar.Debate;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>A motion for a plan: a sentence of a reading, or one that a member wrote.</summary>
/// <param name="lookUp">Searches for passages on both sides.</param>
internal sealed partial class PlannedMotion(Func<CancellationToken, Task<Sides>> lookUp)
{
    private volatile Sides? sides;

    /// <summary>The motion in its reading; for a written one, a reading that is not on the shelf.</summary>
    public required Motion Motion { get; init; }

    /// <summary>The motion as it is posted.</summary>
    public required string Text { get; init; }

    /// <summary>Whether a member wrote it, so that no reading contains it.</summary>
    public required bool IsWritten { get; init; }

    /// <summary>The kind of claim, which selects the questions.</summary>
    public required string Kind { get; init; }

    /// <summary>Questions that test such a claim; at least one.</summary>
    public IReadOnlyList<string> Questions => CriticalQuestions.Of(Kind, CultureInfo.CurrentUICulture);

    /// <summary>A hash of its words, independent of its place: it stays the same if its paragraph moves.</summary>
    public string Id => Hash(BareText.Of(Motion.Claim));

    /// <summary>Whether it refuses something instead of demanding it.</summary>
    public bool IsRefusal => Refusal.IsMatch(Motion.Claim);

    /// <summary>Whether a search has found no passage on one of its sides.</summary>
    public bool IsKnownOneSided => sides is { AreBoth: false };

    /// <summary>The passages on both sides; searched once, which takes about as long as a question.</summary>
    public async Task<Sides> FindSidesAsync(CancellationToken cancellationToken) => sides ??= await lookUp(cancellationToken);

    /// <summary>The claim of a text, without "This house believes that" and the full stop.</summary>
    public static string ClaimOf(string text) => HousePrefix.Replace(text, "").TrimEnd('.', ' ');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    [GeneratedRegex(@"^\s*this\s+house\s+(?:believes|holds|thinks)\s+that\s+", RegexOptions.IgnoreCase)]
    private static partial Regex HousePrefix { get; }

    [GeneratedRegex(@"\b(?:not|never|no|nor|nobody|nothing|refuse|reject|oppose)\b|n’t\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refusal { get; }
}
