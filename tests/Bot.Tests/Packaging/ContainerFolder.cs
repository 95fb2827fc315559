using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using Bot.Testing;

namespace Bot.Tests.Packaging;

/// <summary>
/// Runs the Dockerfile's steps without a container engine: the build stage in one new folder, the final stage in another. These folders replace <c>/</c> of
/// the container.
/// </summary>
internal sealed class ContainerFolder : IDisposable
{
    // The user of Microsoft's images.
    private const int AppUser = 1654;

    private readonly string root = Directory.CreateTempSubdirectory("bot-container-").FullName;
    private readonly Dictionary<string, string> environment = new()
    {
        ["ChatSdks"] = "false",

        // Compiling ahead takes ten times as long as all the other steps.
        ["ReadyToRun"] = "false",
        ["TARGETARCH"] = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "amd64",
        ["APP_UID"] = $"{AppUser}",
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    private string Build => Path.Combine(root, "build");

    /// <summary>The root folder of the final image.</summary>
    public string Image => Path.Combine(root, "image");

    /// <summary>Runs the instructions of both stages.</summary>
    public async Task MakeAsync()
    {
        await RunAsync("chmod", "755", root);
        foreach (var (name, arguments, words) in Dockerfile.Stages[0].Select(step => (step.Name, step.Arguments, step.Words)))
        {
            await (name switch
            {
                "COPY" => CopyAsync(Repository.Root, words, Path.Combine(Build, "source")),
                "RUN" => RunAsync("bash", "-c", $"cd {Build}/source && {InBuild(arguments)}"),
                "WORKDIR" => Task.FromResult(Directory.CreateDirectory(Build + arguments)),
                _ => Task.CompletedTask,
            });
        }

        Directory.CreateDirectory(Path.Combine(Image, "app"));
        foreach (var (name, arguments, words) in Dockerfile.Stages[1].Select(step => (step.Name, step.Arguments, step.Words)))
        {
            switch (name)
            {
                case "COPY":
                    await CopyAsync(Build, words, Path.Combine(Image, "app"));
                    break;
                case "ENV":
                    Set(arguments);
                    break;
            }
        }

        await RunAsync("chown", "-R", $"{AppUser}:{AppUser}", Path.Combine(Image, "data"));
    }

    /// <summary>Starts the image's program as the image's user, on a free port.</summary>
    public Process StartProgram()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        environment["BOT__Http__Url"] = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        environment["BOT__Console__Mode"] = "Off";
        environment["TMPDIR"] = Path.Combine(Image, "tmp");
        return Start("setpriv", AsUser(Command("ENTRYPOINT")));
    }

    /// <summary>The exit status of the image's health check.</summary>
    public async Task<int> HealthAsync()
    {
        using var process = Start("setpriv", AsUser(Command("HEALTHCHECK")));
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string[] AsUser(IEnumerable<string> command) =>
        [$"--reuid={AppUser}", $"--regid={AppUser}", "--clear-groups", "--no-new-privs", .. command];

    private IEnumerable<string> Command(string instruction)
    {
        var arguments = Dockerfile.Stages[1].Single(step => step.Name == instruction).Arguments;
        var words = JsonSerializer.Deserialize<string[]>(arguments[arguments.IndexOf('[', StringComparison.Ordinal)..]) ?? [];
        return words.Select((word, index) => index == 0 ? Image + word : word);
    }

    private void Set(string variables)
    {
        foreach (var (name, value) in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1])))
        {
            environment[name] = value.StartsWith('/') ? Image + value : value;
        }
    }

    private string InBuild(string command) =>
        command.Replace(" /app", $" {Build}/app", StringComparison.Ordinal).Replace(" /volumes", $" {Build}/volumes", StringComparison.Ordinal);

    private async Task CopyAsync(string from, string[] words, string folder)
    {
        var target = words[^1].StartsWith('/') ? Image + words[^1] : Path.Combine(folder, words[^1]);
        foreach (var source in words[..^1].Select(word => Path.Combine(from, word.TrimStart('/'))))
        {
            if (Directory.Exists(source))
            {
                Directory.CreateDirectory(target);
                await RunAsync("bash", "-c", $"cd {source} && tar --create --exclude=bin --exclude=obj . | tar --extract --directory={target}");
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target)) ?? target);
                await RunAsync("cp", source, target);
            }
        }
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await error}");
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
