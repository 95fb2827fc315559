namespace Bot.Seminar.Commands;

/// <summary>What became of a file whose lines were added one by one.</summary>
/// <param name="Added">How many lines were added.</param>
/// <param name="Known">How many were there already.</param>
/// <param name="Problems">The lines that could not be added, each with why; the first few.</param>
public sealed record ImportOutcome(int Added, int Known, IReadOnlyList<string> Problems)
{
    private const int MaxProblems = 10;

    /// <summary>Adds the lines of a file; empty ones are passed over.</summary>
    /// <param name="file">The file's text.</param>
    /// <param name="known">The lines that are there.</param>
    /// <param name="add">Adds a line, and says what is wrong with it; null where nothing is.</param>
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
