using System.Text;

namespace Bot.Library.Readings;

/// <summary>Makes the ids of readings.</summary>
internal static class ReadingNames
{
    /// <summary>
    /// An id for each path: without its extension, in small letters, with <c>-</c> for what is neither letter nor digit. Where two
    /// paths would get the same one, the first in ordinal order gets it and the others add their extension (<c>notes-txt</c>), then a
    /// number.
    /// </summary>
    /// <param name="paths">In ordinal order.</param>
    public static IReadOnlyDictionary<string, ReadingId> Of(IEnumerable<string> paths)
    {
        var ids = new Dictionary<string, ReadingId>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var extension = Path.GetExtension(path);
            var name = Slug(path[..^extension.Length]);
            if (!taken.Add(name))
            {
                name = $"{name}-{Slug(extension)}";
                var plain = name;
                for (var number = 2; !taken.Add(name); number++)
                {
                    name = $"{plain}-{number}";
                }
            }

            ids.Add(path, new ReadingId(name));
        }

        return ids;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c == '/')
            {
                TrimDash(slug);
                slug.Append('/');
            }
            else if (slug.Length > 0 && slug[^1] is not ('-' or '/'))
            {
                slug.Append('-');
            }
        }

        TrimDash(slug);
        return slug.Length == 0 ? "reading" : slug.ToString();
    }

    private static void TrimDash(StringBuilder slug)
    {
        if (slug.Length > 0 && slug[^1] == '-')
        {
            slug.Length--;
        }
    }
}
