using System.Diagnostics;
using System.Text;

namespace Bot.Reliability;

/// <summary>Starts, watches and kills a child process.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder complaints = new();

    private ChildProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
            {
                complaints.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a child and waits until it can work.</summary>
    public static async Task<ChildProcess> StartAsync(params IReadOnlyList<string> options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Environment.GetCommandLineArgs()[0], "child" }.Concat(options))
        {
            start.ArgumentList.Add(argument);
        }

        var child = new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
        if (await child.process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw await child.EndedAsync();
        }

        return child;
    }

    public void Tell(string order)
    {
        try
        {
            process.StandardInput.WriteLine(order);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It is dead; the code that waits for its end notices it.
        }
    }

    /// <summary>Reads the child's output until it ends.</summary>
    public async Task HearAsync(Action<string> hear)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            hear(line);
        }
    }

    /// <summary>Kills the child with SIGKILL.</summary>
    /// <exception cref="ChildEndedException">It had already ended.</exception>
    public async Task KillAsync()
    {
        if (process.HasExited)
        {
            throw await EndedAsync();
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Lets it end normally.</summary>
    /// <exception cref="ChildEndedException">It ended with an error.</exception>
    public async Task EndAsync()
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw await EndedAsync();
        }
    }

    public void Dispose() => process.Dispose();

    private async Task<ChildEndedException> EndedAsync()
    {
        await process.WaitForExitAsync();
        lock (complaints)
        {
            return new ChildEndedException($"A child ended with exit code {process.ExitCode} without being killed. Its output:\n{complaints}");
        }
    }
}

/// <summary>A child ended without being killed.</summary>
internal sealed class ChildEndedException(string message) : Exception(message);
