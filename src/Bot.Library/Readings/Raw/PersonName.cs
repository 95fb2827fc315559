using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>The shape of a person's name: two to five capitalised words, particles between them.</summary>
internal static partial class PersonName
{
    /// <summary>Whether a line may be a name. Many headings have the same shape, so the lines around it decide.</summary>
    public static bool IsMatch(string line) => Shape.IsMatch(line);

    [GeneratedRegex(@"^(?:(?:Dr|Prof)\.? )?\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|da|do|dos|van|von|der|den|bin|al|el|la|le|di))*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,4}$")]
    private static partial Regex Shape { get; }
}
