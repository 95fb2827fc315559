using Bot.Testing;

namespace Bot.Tests.Packaging;

/// <summary>The instructions of the Dockerfile, each in one line, without comments.</summary>
internal static class Dockerfile
{
    /// <summary>The instructions of each stage; the first of a stage is its FROM.</summary>
    public static IReadOnlyList<IReadOnlyList<Instruction>> Stages { get; } = Read();

    private static List<List<Instruction>> Read()
    {
        var text = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile")).Where(line => !line.StartsWith('#'));
        var stages = new List<List<Instruction>>();
        foreach (var line in string.Join('\n', text).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, arguments) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (name == "FROM")
            {
                stages.Add([]);
            }

            stages[^1].Add(new Instruction(name, arguments.Trim()));
        }

        return stages;
    }

    internal sealed record Instruction(string Name, string Arguments)
    {
        /// <summary>The arguments that are not options.</summary>
        public string[] Words =>
            [.. Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith("--", StringComparison.Ordinal))];
    }
}
