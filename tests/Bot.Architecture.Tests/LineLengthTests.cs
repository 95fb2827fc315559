using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Architecture.Tests;

public sealed partial class LineLengthTests
{
    // As .editorconfig says; the formatter does not check it.
    private const int MaxLength = 160;

    [Fact]
    public void NoLineOfTheProductIsLongerThanDeclared()
    {
        var source = Path.Combine(Repository.Root, "src");
        var readings = Path.Combine(source, "Bot.Library", "Readings");
        var tooLong = from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                      where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
                      where !file.StartsWith(readings, StringComparison.Ordinal)
                      from line in File.ReadLines(file).Index()
                      where line.Item.Length > MaxLength && !HasLongLiteral().IsMatch(line.Item)
                      select $"{Path.GetRelativePath(source, file)}:{line.Index + 1}";

        Assert.Empty(tooLong);
    }

    // A sentence of a reply, or a pattern: breaking it would make it harder to read and to find.
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.){60,}\"")]
    private static partial Regex HasLongLiteral();
}
