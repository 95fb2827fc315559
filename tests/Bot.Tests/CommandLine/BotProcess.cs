using System.Diagnostics;
using System.Text;

namespace Bot.Tests.CommandLine;

/// <summary>Runs the program as a process.</summary>
internal static class BotProcess
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Runs it to its end.</summary>
    public static Task<Outcome> RunAsync(params string[] args) => RunAsync("", args);

    /// <summary>Runs it to its end on some input.</summary>
    public static Task<Outcome> RunAsync(string input, string[] args) => EndAsync(StartOf(args), input);

    /// <summary>Runs it to its end with a home folder, outside of a build server.</summary>
    public static Task<Outcome> RunAtHomeAsync(string home, params string[] args)
    {
        var start = StartOf(args);
        start.Environment["HOME"] = home;
        string[] others = ["CI", "GITHUB_ACTIONS", "GITLAB_CI", "CIRCLECI", "XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY"];
        foreach (var variable in others)
        {
            start.Environment.Remove(variable);
        }

        return EndAsync(start, "");
    }

    /// <summary>Starts it with redirected streams.</summary>
    public static Process Start(params string[] args) => Start(StartOf(args));

    private static async Task<Outcome> EndAsync(ProcessStartInfo start, string input)
    {
        using var process = Start(start);
        using var timeout = new CancellationTokenSource(Timeout);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(timeout.Token);
        return new Outcome(process.ExitCode, await output, WithoutProgress(await error));
    }

    private static ProcessStartInfo StartOf(string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "bot.dll"));
        foreach (var argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static Process Start(ProcessStartInfo start) => Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");

    // On a busy machine loading the readings takes longer than a second, and then the program shows progress.
    private static string WithoutProgress(string error) =>
        string.Join('\n', error.Split('\n').Where(line => !line.EndsWith("files; this takes a moment.", StringComparison.Ordinal)));

    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
