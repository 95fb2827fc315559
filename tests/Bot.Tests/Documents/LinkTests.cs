using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Tests.Documents;

/// <summary>Checks that links within the repository lead to existing targets.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Documents => [.. Directory
        .GetFiles(Repository.Root, "*.md")
        .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EachRelativeLinkLeadsToAFileThatExists(string document)
    {
        var path = Path.Combine(Repository.Root, document);

        Assert.Empty(BrokenLinks(File.ReadAllText(path), Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void ALinkToNothingIsFound() => Assert.Equal(
        ["no/such.md"],
        BrokenLinks("[a](README.md#run-it) [b](no/such.md) [c](https://example.org/x) [d](#top)\n```\n[e](code.md)\n```\n", Repository.Root));

    private static List<string> BrokenLinks(string markdown, string folder) =>
    [
        .. Links.Matches(Fences.Replace(markdown, ""))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && target[0] != '#')
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0]))),
    ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links { get; }

    // Text in code blocks is not a link.
    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences { get; }
}
