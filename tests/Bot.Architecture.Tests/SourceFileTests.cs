using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Architecture.Tests;

/// <summary>Checks rules of .editorconfig that neither the build nor the formatter's whitespace check reports.</summary>
public sealed partial class SourceFileTests
{
    private const int MaxLength = 160;

    [Fact]
    public void NoLineOfTheProductIsLongerThanDeclared()
    {
        var readings = Path.Combine("src", "Bot.Library", "Readings");
        var tooLong = from file in SourceFiles("src")
                      where !file.StartsWith(readings, StringComparison.Ordinal)
                      from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
                      where line.Item.Length > MaxLength && !HasLongLiteral.IsMatch(line.Item)
                      select $"{file}:{line.Index + 1}";

        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void UsingsAreInOrder(string folder) =>
        Assert.All(SourceFiles(folder), file =>
        {
            var usings = File.ReadLines(Path.Combine(Repository.Root, file)).Select(line => Using.Match(line)).Where(match => match.Success)
                .Select(match => match.Groups["name"].Value).ToList();
            Assert.Equal(usings.OrderByDescending(IsOfSystem).ThenBy(BySegments, StringComparer.OrdinalIgnoreCase), usings);
        });

    private static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Select(file => Path.GetRelativePath(Repository.Root, file));

    private static bool IsOfSystem(string name) => name.Split('.')[0] == "System";

    // A dot sorts before all characters of names.
    private static string BySegments(string name) => name.Replace('.', '\u0001');

    // A sentence or a pattern: splitting it would make it harder to read and to find.
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.){60,}\"")]
    private static partial Regex HasLongLiteral { get; }

    // Without static usings and aliases.
    [GeneratedRegex(@"^using (?:global::)?(?<name>[\w.]+);")]
    private static partial Regex Using { get; }
}
