namespace Bot.Hostile.Files;

/// <summary>File names with terminal sequences or line breaks, or that look like something else. The files are empty, so that each is reported by
/// name.</summary>
internal static class HostileNames
{
    public static IReadOnlyList<HostileFile> Files { get; } =
    [
        .. new[]
        {
            "name-two\nlines.txt",
            "name-returns\rover.txt",
            "name-\u001b[2J\u001b[31mred.txt",
            "name-bell\a\b\b\b.txt",
            "name-backwards-\u202Etxt.fdp",
            "name-\u200Bunseen\uFEFF.txt",
            "-rf name.txt",
            "name-`$(id)`;&|'\".txt",
            $"name-{new string('n', 240)}.txt",
        }.Select(name => new HostileFile(name, () => [])),
    ];
}
