namespace Bot.Seminar.Commands;

/// <summary>The result of an import, which adds the lines of a file one by one.</summary>
/// <param name="Added">The number of added lines.</param>
/// <param name="Known">The number of lines that existed already.</param>
/// <param name="Problems">The first few lines that could not be added, each with the reason.</param>
public sealed record ImportOutcome(int Added, int Known, IReadOnlyList<string> Problems)
{
    private const int MaxProblems = 10;

    /// <summary>Adds the lines of a file; empty ones are skipped.</summary>
    /// <param name="file">The file's text.</param>
    /// <param name="known">The existing lines.</param>
    /// <param name="add">Adds a line; returns the problem, or null.</param>
    internal static async Task<ImportOutcome> OfAsync(string file, IEnumerable<string> known, Func<string, Task<string?>> add)
    {
        var there = known.ToHashSet(StringComparer.Ordinal);
        var (added, skipped, problems) = (0, 0, new List<string>());
        foreach (var (index, line) in file.Split('\n').Select(InputText.Clean).Index())
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (!there.Add(line))
            {
                skipped++;
            }
            else if (await add(line) is { } problem)
            {
                problems.Add(CommandTexts.FormatLineProblem(index + 1, problem));
                if (problems.Count == MaxProblems)
                {
                    problems.Add(CommandTexts.RestNotRead);
                    break;
                }
            }
            else
            {
                added++;
            }
        }

        return new ImportOutcome(added, skipped, problems);
    }
}
