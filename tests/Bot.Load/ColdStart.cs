using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Load;

/// <summary>
/// Measures a cold start: the time from starting the program, without a cache, to the first answer, in a browser (the page, the form and the page with the
/// answer) or in the console (a line and its answer).
/// </summary>
/// <param name="Program">The program's file; null for the one next to this program.</param>
/// <param name="Readings">The folder of the readings; null for the shipped ones.</param>
/// <param name="Question">The question; the readings must answer it.</param>
internal sealed partial record ColdStart(string? Program, string? Readings, string Question)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks in a browser, and waits until all sentences have vectors.</summary>
    public async Task<StartFigures> InBrowserAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var host = HostProcess.Start(Settings(), Program);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };
        var page = await PageAsync(client, host, cancellationToken);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token.Match(page).Groups[1].Value), new("once", "1"), new("words", Question)]);
        using var sent = await client.PostAsync(new Uri("/c/seminar/say", UriKind.Relative), form, cancellationToken);
        var answer = await sent.Content.ReadAsStringAsync(cancellationToken);
        while (!answer.Contains("<blockquote", StringComparison.Ordinal))
        {
            await Task.Delay(Pause, cancellationToken);
            answer = await client.GetStringAsync(new Uri("/c/seminar", UriKind.Relative), cancellationToken);
        }

        var (answered, processor) = (watch.Elapsed, host.ProcessorTime);
        var ready = "";
        while (!AllSentences.IsMatch(ready))
        {
            await Task.Delay(Pause, cancellationToken);
            ready = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
        }

        return new StartFigures(answered, processor, watch.Elapsed, await BytesAsync(client, answer, cancellationToken));
    }

    /// <summary>Asks on standard input.</summary>
    public async Task<StartFigures> InConsoleAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var host = HostProcess.Start(
            new Dictionary<string, string>(Settings()) { ["BOT__Console__Mode"] = "Auto", ["BOT__Http__Enabled"] = "false" }, Program);
        await host.WriteLineAsync(Question, cancellationToken);
        while (await host.ReadLineAsync(cancellationToken) is { } line && !line.Contains('¶', StringComparison.Ordinal))
        {
        }

        return new StartFigures(watch.Elapsed, host.ProcessorTime, null, 0);
    }

    // Reloads the page until it has the answer, more often than people do.
    private Dictionary<string, string> Settings() => new()
    {
        ["BOT__Readings__Folder"] = Path.GetFullPath(Readings ?? Path.Combine(AppContext.BaseDirectory, "seeds")),
        ["BOT__Web__RequestsPerMinute"] = "1000000",
    };

    private static async Task<string> PageAsync(HttpClient client, HostProcess host, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await client.GetStringAsync(new Uri("/", UriKind.Relative), cancellationToken);
            }
            catch (HttpRequestException) when (!host.HasExited)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    // The page and what it loads, before anything is compressed.
    private static async Task<long> BytesAsync(HttpClient client, string page, CancellationToken cancellationToken)
    {
        long bytes = System.Text.Encoding.UTF8.GetByteCount(page);
        foreach (Match asset in Asset.Matches(page))
        {
            bytes += (await client.GetByteArrayAsync(new Uri(asset.Groups[1].Value, UriKind.Relative), cancellationToken)).Length;
        }

        return bytes;
    }

    [GeneratedRegex("""action="/c/seminar/say".*?name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.Singleline)]
    private static partial Regex Token { get; }

    [GeneratedRegex("""(?:src|href)="(/assets/[^"]+)""")]
    private static partial Regex Asset { get; }

    [GeneratedRegex(@"\b(\d+) of \1 sentences")]
    private static partial Regex AllSentences { get; }
}

/// <summary>The times of one start.</summary>
/// <param name="Answer">The time until the first answer.</param>
/// <param name="Processor">The program's processor time until then.</param>
/// <param name="Meaning">The time until all sentences had vectors; null if not measured.</param>
/// <param name="PageBytes">The size of the page with the answer and its resources; 0 for none.</param>
internal sealed record StartFigures(TimeSpan Answer, TimeSpan Processor, TimeSpan? Meaning, long PageBytes)
{
    /// <summary>The figures in a line.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"first answer after {Answer.TotalSeconds:0.00} s ({Processor.TotalSeconds:0.00} s of processors)")
        + (Meaning is { } meaning ? string.Create(
            CultureInfo.InvariantCulture, $", by meaning {(meaning - Answer).TotalSeconds:0.00} s later; page {PageBytes / 1024.0:0} kB") : "");
}
