using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Bot.Tests.CommandLine;

namespace Bot.Tests.Hosting;

/// <summary>The host as a process: its health, its port, and its shutdown.</summary>
public sealed class HostTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task TheHostAnswersHealthChecksAndStopsWhenTheInputEnds()
    {
        var url = FreeUrl();
        using var process = BotProcess.Start("--Http:Url", url);
        using var client = new HttpClient();

        Assert.Contains("6 readings are loaded.", await EventuallyAsync(client, $"{url}/health/ready"), StringComparison.Ordinal);
        Assert.Equal("Healthy", (await client.GetStringAsync(new Uri($"{url}/health/live"))).Trim());
        Assert.Equal(0, (await BotProcess.RunAsync("health", "--Http:Url", url)).ExitCode);

        await process.StandardInput.WriteLineAsync("help");
        process.StandardInput.Close();
        await ExitAsync(process);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task WithoutAnyInputThePagesAreServedOn()
    {
        var url = FreeUrl();
        using var process = BotProcess.Start("--Http:Url", url);
        using var client = new HttpClient();
        process.StandardInput.Close();
        await EventuallyAsync(client, $"{url}/health/ready");

        Assert.Contains("<h2>Ask about the readings</h2>", await client.GetStringAsync(new Uri(url)), StringComparison.Ordinal);
        Assert.False(process.HasExited);
        process.Kill();
        await ExitAsync(process);
    }

    [Fact]
    public async Task AUsedPortIsReportedAndTheConsoleContinues()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var outcome = await BotProcess.RunAsync("help\n", ["--Http:Url", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Set Http:Url to a free address", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("- show <anchor>", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASignalStopsAServiceWithoutATerminalInTime()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return;
        }

        var url = FreeUrl();
        using var process = BotProcess.Start("--Http:Url", url, "--Console:Mode", "Terminal");
        using var client = new HttpClient();
        await EventuallyAsync(client, $"{url}/health/ready");

        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await ExitAsync(process);

        Assert.Equal(0, process.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    private static async Task<string> EventuallyAsync(HttpClient client, string url)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await client.GetStringAsync(new Uri(url));
            }
            catch (HttpRequestException) when (watch.Elapsed < Timeout)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task ExitAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        await process.WaitForExitAsync(timeout.Token);
    }

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
