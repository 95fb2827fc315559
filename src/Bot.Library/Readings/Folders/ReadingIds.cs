using System.Globalization;
using System.Text;

namespace Bot.Library.Readings.Folders;

/// <summary>
/// Names for the files of a folder. <c>Week 3/Case for Pressure.md</c> is <c>week-3/case-for-pressure</c>. Where two files would have
/// the same name, the first by path has it and the others add their extension (<c>case-for-pressure-pdf</c>), then a number.
/// </summary>
internal static class ReadingIds
{
    /// <summary>An id for each file, at the same index.</summary>
    /// <param name="files">Paths below the folder, in their order.</param>
    public static IReadOnlyList<ReadingId> Assign(IEnumerable<string> files)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = new List<ReadingId>();
        foreach (var file in files)
        {
            var id = NameOf(file[..^Path.GetExtension(file).Length]);
            if (!taken.Add(id))
            {
                id = FindFree(taken, NameOf(file));
            }

            ids.Add(new ReadingId(id));
        }

        return ids;
    }

    /// <summary>An id for one more file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="others">The ids that there are.</param>
    public static ReadingId Assign(string file, IEnumerable<ReadingId> others) => new(FindFree(
        others.Select(id => id.Value).ToHashSet(StringComparer.Ordinal), NameOf(Path.GetFileNameWithoutExtension(file))));

    private static string FindFree(HashSet<string> taken, string id)
    {
        var candidate = id;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        }

        return candidate;
    }

    private static string NameOf(string path) => string.Join('/', path.Split('/').Select(CleanPart));

    private static string CleanPart(string name)
    {
        var part = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                part.Append(char.ToLowerInvariant(letter));
            }
            else if (part.Length > 0 && part[^1] != '-')
            {
                part.Append('-');
            }
        }

        return part.ToString().TrimEnd('-') is { Length: > 0 } id ? id : "reading";
    }
}
