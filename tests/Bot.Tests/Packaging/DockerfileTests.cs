using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Tests.Packaging;

/// <summary>Checks the Dockerfile's files, user and sources.</summary>
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
        var outside = projects.SelectMany(project => OutsideSources.Matches(File.ReadAllText(project)).Select(match => match.Groups["top"].Value)).Distinct();

        Assert.All(outside, top => Assert.Contains($" {top} ", $"{copied} ", StringComparison.Ordinal));
        Assert.All(["global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt"], file => Assert.Contains(file, copied, StringComparison.Ordinal));
    }

    [Fact]
    public void TheContainerRunsAsNobodySpecialAndChecksItself()
    {
        Assert.Contains("USER $APP_UID", Lines);
        Assert.Contains(Lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && line.EndsWith("""CMD ["/app/bot", "health"]""", StringComparison.Ordinal));
        Assert.Contains("""ENTRYPOINT ["/app/bot"]""", Lines);
        Assert.Contains("""VOLUME ["/data"]""", Lines);
    }

    [Fact]
    public void TheContainersUserCanChangeItsOneVolumeAndNothingElse()
    {
        var stages = Lines.Index().Where(line => line.Item.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Index).ToList();
        var final = Lines[stages[^1]..];
        var owned = final.Where(line => line.Contains("--chown", StringComparison.Ordinal)).ToList();

        // The user owns only the contents of /volumes, which is the volume's folder.
        Assert.Equal(["COPY --from=build --chown=$APP_UID:$APP_UID /volumes/ /"], owned);
        Assert.Equal(["RUN mkdir -p -m 700 /volumes/data"], Lines.Where(line => line.Contains("/volumes", StringComparison.Ordinal)).Except(owned));
        Assert.Contains("BOT__Storage__Folder=/data", string.Join('\n', final), StringComparison.Ordinal);

        // The last USER instruction is before the program's start.
        var user = Array.FindLastIndex(final, line => line.StartsWith("USER ", StringComparison.Ordinal));
        Assert.InRange(user, 1, Array.FindIndex(final, line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal)));
        Assert.DoesNotContain(final, line => line.StartsWith("RUN ", StringComparison.Ordinal));
    }

    // The most common checks of Dockerfile linters.
    [Fact]
    public void NothingInItIsUnpinnedSecretOrFetchedFromAnywhere()
    {
        var commands = string.Join('\n', Lines.Where(line => !line.StartsWith('#'))).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');

        Assert.All(commands.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)), line =>
            Assert.Matches(@"^FROM mcr\.microsoft\.com/dotnet/\w+:10\.0(-[a-z-]+)?( AS build)?$", line));
        Assert.DoesNotContain(commands, line => line.StartsWith("ADD ", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, line => Fetching.IsMatch(line));
        Assert.DoesNotContain(commands, line => Secret.IsMatch(line));
        Assert.All(commands.Where(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal) || line.StartsWith("CMD", StringComparison.Ordinal)), line =>
            Assert.Contains('[', line));
    }

    [Fact]
    public void NothingSecretIsCopiedIntoTheImage()
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));

        Assert.All(["config/bot.env", "data", ".git"], path => Assert.Contains(path, ignored));
    }

    [GeneratedRegex(@"\b(curl|wget|apt-get|apt|sudo|git clone)\b")]
    private static partial Regex Fetching { get; }

    [GeneratedRegex(@"^(ENV|ARG)\b.*(token|secret|password|key)", RegexOptions.IgnoreCase)]
    private static partial Regex Secret { get; }

    // Content from outside of a project's folder: ..\..\config\…
    [GeneratedRegex(@"Include=""\.\.\\\.\.\\(?<top>[A-Za-z]+)\\")]
    private static partial Regex OutsideSources { get; }
}
