using System.Diagnostics;
using Bot.Testing;

namespace Bot.Tests.Packaging;

public sealed class RunFolderTests
{
    [Fact]
    public async Task DotnetRunStartsTheProgramInTheCurrentFolder()
    {
        var folder = Directory.CreateTempSubdirectory("bot-run-folder-");
        using var asked = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", Path.Combine(Repository.Root, "src", "Bot", "Bot.csproj"), "-getProperty:RunWorkingDirectory"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
        });

        Assert.NotNull(asked);
        Assert.EndsWith(folder.Name, (await asked.StandardOutput.ReadToEndAsync()).Trim(), StringComparison.Ordinal);
        folder.Delete();
    }
}
