using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>What mail programs put below a message: that it is confidential, and what to do with it if it reached the wrong person.</summary>
internal static partial class Disclaimers
{
    private const int MaxBlocksBelow = 12;

    /// <summary>The blocks without it.</summary>
    /// <returns>The remaining blocks, and a note on what was removed; empty if there is no such notice.</returns>
    public static (IReadOnlyList<RawBlock> Blocks, IReadOnlyList<string> LeftOut) Take(IReadOnlyList<RawBlock> blocks)
    {
        var first = Math.Max(0, blocks.Count - MaxBlocksBelow);
        var kept = blocks.Where((block, index) => index < first || !Notice.IsMatch(block.Text)).ToList();
        return kept.Count == blocks.Count || kept.Count == 0 ? (blocks, []) : (kept, [LeftOutParts.ConfidentialityNotice]);
    }

    [GeneratedRegex(
        @"\b(?:this|the)\s+(?:e-?mail|message|communication|transmission)\b.{0,200}\b(?:confidential|privileged|intended\s+(?:only|solely|exclusively)|intended\s+recipient)\b|\bnot\s+the\s+(?:intended|named)\s+(?:recipient|addressee)\b|\breceived\s+this\s+(?:e-?mail|message|communication)\s+in\s+error\b"
        + @"|\bconsider\s+the\s+environment\s+before\s+printing\b|\bdiese\s+e-?mail\b.{0,200}\bvertraulich|\bce\s+(?:message|courriel)\b.{0,200}\bconfidentiel|\beste\s+(?:mensaje|correo|e-?mail)\b.{0,200}\bconfidencial|\besta\s+mensagem\b.{0,200}\bconfidencia",
        RegexOptions.IgnoreCase)]
    private static partial Regex Notice { get; }
}
