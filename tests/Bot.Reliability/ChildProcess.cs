using System.Diagnostics;
using System.Globalization;

namespace Bot.Reliability;

/// <summary>A child, seen from the one that kills it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public static ChildProcess Start(params IReadOnlyList<string> options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Environment.GetCommandLineArgs()[0], "child" }.Concat(options))
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>What the child says next; null where it ended.</summary>
    public Task<string?> SaysAsync() => process.StandardOutput.ReadLineAsync();

    public void Tell(string order)
    {
        process.StandardInput.WriteLine(order);
        process.StandardInput.Flush();
    }

    /// <summary>SIGKILL: nothing of the child's can run any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
