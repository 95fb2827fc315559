using System.Text.RegularExpressions;

namespace Bot.Seminar.Ask;

/// <summary>Tells a question about who wrote the readings, which their files answer and not their sentences.</summary>
internal static partial class AuthorQuestion
{
    /// <summary>Whether it is one: "Who wrote this?", "Who is the author of the text?".</summary>
    public static bool IsOne(string question) => Form().IsMatch(question);

    [GeneratedRegex(
        @"^\s*(?:who\s+(?:wrote|has\s+written)\s+(?:this|it|that|these|them|the\s+(?:text|article|essay|reading|paper|readings|texts))|who(?:\s+(?:is|are)|[’']s)\s+the\s+authors?(?:\s+of\s+(?:this|it|these|the\s+(?:text|article|essay|reading|paper|readings|texts))(?:\s+\w+)?)?)\s*\??\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
