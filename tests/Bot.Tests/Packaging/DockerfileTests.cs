using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Tests.Packaging;

/// <summary>No container engine runs where the tests do, so the paths that the Dockerfile names are checked instead.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    [Fact]
    public void EveryPathThatIsCopiedIntoTheBuildExistsAndIsNotIgnored()
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));
        var sources = Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipLast(1))
            .ToList();

        Assert.Contains("src", sources);
        Assert.All(sources, source =>
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"The Dockerfile copies {source}, which does not exist.");
            Assert.DoesNotContain(source, ignored);
        });
    }

    [Fact]
    public void EveryFileThatTheBuildReadsIsCopied()
    {
        var copied = string.Join(' ', Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal)));
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        var outside = projects.SelectMany(project => OutsideSources().Matches(File.ReadAllText(project)).Select(match => match.Groups["top"].Value)).Distinct();

        Assert.All(outside, top => Assert.Contains($" {top} ", $"{copied} ", StringComparison.Ordinal));
        Assert.All(["global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt"], file => Assert.Contains(file, copied, StringComparison.Ordinal));
    }

    [Fact]
    public void TheContainerRunsAsNobodySpecialAndChecksItself()
    {
        Assert.Contains("USER $APP_UID", Lines);
        Assert.Contains(Lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && line.EndsWith("""CMD ["/app/bot", "health"]""", StringComparison.Ordinal));
        Assert.Contains("""ENTRYPOINT ["/app/bot"]""", Lines);
        Assert.Contains("""VOLUME ["/readings", "/data"]""", Lines);
    }

    // Content that a project takes from outside of its folder: ..\..\config\…
    [GeneratedRegex(@"Include=""\.\.\\\.\.\\(?<top>[A-Za-z]+)\\")]
    private static partial Regex OutsideSources();
}
