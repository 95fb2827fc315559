using Bot.CommandLine;
using Bot.Testing;

namespace Bot.Tests.Documents;

/// <summary>The page on the commands says what the program does.</summary>
public sealed class CommandDocumentTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "commands.md"));

    [Fact]
    public void TheSectionsAreTheCommandsInTheOrderOfHelp() => Assert.Equal(
        SeminarSession.Catalogue().Listed.Select(command => $"## `{command.Usage}`"),
        Page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
}
