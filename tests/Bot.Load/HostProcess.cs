using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bot.Load;

/// <summary>The real host as a process, on a free port of the loopback interface.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private HostProcess(Process process, Uri address, DirectoryInfo folder) => (this.process, Address, this.folder) = (process, address, folder);

    /// <summary>Its address.</summary>
    public Uri Address { get; }

    /// <summary>Its current memory.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Its processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var host = Start(settings);
        await host.ReadyAsync(cancellationToken);
        return host;
    }

    /// <summary>Starts it with an empty data folder.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="program">The program's file; null for the one next to this program.</param>
    public static HostProcess Start(IReadOnlyDictionary<string, string> settings, string? program = null)
    {
        var address = FreeAddress();
        var folder = Directory.CreateTempSubdirectory("bot-load-");
        var file = Path.GetFullPath(program ?? Path.Combine(AppContext.BaseDirectory, "bot.dll"));
        var start = new ProcessStartInfo("dotnet", [file])
        {
            WorkingDirectory = Path.GetDirectoryName(file),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["BOT__Http__Url"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["BOT__Console__Mode"] = "Off";
        start.Environment["BOT__Storage__Folder"] = folder.FullName;
        start.Environment["BOT__Logging__LogLevel__Default"] = "Warning";

        // Without limits, because the test measures capacity.
        start.Environment["BOT__Limits__Unlimited"] = "slack, discord";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Process.Start(start) ?? throw new InvalidOperationException("The host did not start."), address, folder);
    }

    /// <summary>Types a line into it.</summary>
    public async Task WriteLineAsync(string line, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>The next printed line; null at the end.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken) => await process.StandardOutput.ReadLineAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client, cancellationToken))
        {
            if (process.HasExited || watch.Elapsed > Timeout)
            {
                throw new InvalidOperationException("The host did not become ready.");
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
