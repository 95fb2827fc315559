using Bot.CommandLine;
using Bot.Testing;

namespace Bot.Tests.Documents;

/// <summary>Checks that the page on the commands matches the program.</summary>
public sealed class CommandDocumentTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "commands.md"));

    [Fact]
    public void TheSectionsAreTheCommandsInTheOrderOfHelp() => Assert.Equal(
        SeminarSession.CreateCatalogue().Listed.Select(command => $"## `{command.Usage}`"),
        Page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
}
