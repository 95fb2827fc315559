using System.Text;

namespace Bot.Hostile.Files;

/// <summary>Markdown whose header, tables, lists or marks are short but very expensive to parse.</summary>
internal static class HostileMarkdown
{
    public static IReadOnlyList<HostileFile> Files { get; } =
    [
        new("md-header-of-brackets.md", () => Bytes($"---\ntitle: {new string('[', 50_000)}\n---\n")),
        new("md-header-of-braces.md", () => Bytes($"---\ntitle: {string.Concat(Enumerable.Repeat("{a: ", 50_000))}\n---\n")),
        new("md-header-of-aliases.md", Aliases),
        new("md-header-names-itself.md", () => Bytes("---\ntitle: &a [*a, *a]\nauthor: *a\n---\n")),
        new("md-header-of-questions.md", () => Bytes($"---\ntitle:\n{string.Concat(Enumerable.Range(0, 190).Select(i => $"{new string(' ', i)}? a\n"))}---\n")),
        new("md-table-of-many-columns.md", () => Bytes($"{string.Concat(Enumerable.Repeat("a|", 50_000))}\n{string.Concat(Enumerable.Repeat("-|", 50_000))}\n{string.Concat(Enumerable.Repeat("a|\n", 50_000))}")),
        new("md-comments-that-never-end.md", () => HostileFiles.Repeat("a <!-- ", 800_000)) { MayBeRead = true },
        new("md-deep-quotes.md", () => Bytes($"{new string('>', 100_000)} a")),
        new("md-deep-lists.md", () => Bytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"{new string(' ', 2 * i)}- a\n")))),
        new("md-deep-lists-in-a-line.md", () => HostileFiles.Repeat("- ", 100_000)),
        new("md-many-brackets.md", () => HostileFiles.Repeat("[", 1_000_000)) { MayBeRead = true },
        new("md-brackets-and-pictures.md", () => Bytes($"{string.Concat(Enumerable.Repeat("![", 50_000))}a{string.Concat(Enumerable.Repeat("](b)", 50_000))}")) { MayBeRead = true },
        new("md-emphasis.md", () => HostileFiles.Repeat("*a _b **c __d ", 200_000)) { MayBeRead = true },
        new("md-backticks.md", () => Bytes(string.Concat(Enumerable.Range(1, 4000).Select(i => $"{new string('`', i)} a ")))) { MayBeRead = true },
        new("md-footnotes-in-a-circle.md", () => Bytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"[^{i}]: a [^{(i + 1) % 20_000}]\n\n")))) { MayBeRead = true },
        new("md-many-definitions.md", () => Bytes(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"[{i}]: x\n")))),
        new("md-many-paragraphs.md", () => HostileFiles.Repeat("a\n\n", 3_000_000)),
        new("md-cut-off.md", () => [.. Bytes("---\ntitle: The"), 0xF0, 0x9F]) { MayBeRead = true },
    ];

    // Nine lines that expand to a billion nodes.
    private static byte[] Aliases() => Bytes(
        "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + string.Concat("bcdefghi".Select(letter => $"{letter}: &{letter} [{string.Join(',', Enumerable.Repeat($"*{(char)(letter - 1)}", 9))}]\n"))
        + "title: *i\n---\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
