using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Architecture.Tests;

public sealed partial class FolderTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void ANamespaceIsTheFolderOfItsFile(string root)
    {
        var folder = Path.Combine(Repository.Root, root);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsSource).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => NamespaceOf(file) is { } name && name != FolderOf(folder, file)).Select(file => Path.GetRelativePath(folder, file)));
    }

    private static bool IsSource(string file) => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    // Top-level statements are in no namespace.
    private static string? NamespaceOf(string file) => Declaration.Match(File.ReadAllText(file)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string FolderOf(string root, string file) =>
        Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration { get; }
}
