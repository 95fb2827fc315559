using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Seminar.Tests;

public sealed partial class FeatureFolderTests
{
    private static readonly string[] Shared = ["Arguments", "Citing", "Commands", "Storage"];

    [Theory]
    [InlineData("Ask")]
    [InlineData("Counter")]
    [InlineData("Debate")]
    [InlineData("Find")]
    [InlineData("Quote")]
    [InlineData("Summary")]
    public void AFeatureUsesNoOther(string feature)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Bot.Seminar", feature), "*.cs", SearchOption.AllDirectories);
        var used = files.SelectMany(file => UsedFolder().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

        Assert.NotEmpty(files);
        Assert.Empty(used.Except([.. Shared, feature]));
    }

    [GeneratedRegex(@"^using Bot\.Seminar\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsedFolder();
}
