using System.CommandLine;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.CommandLine;

/// <summary>The verb <c>health</c>: asks the host on this machine whether it is alive. A container without a shell uses it as its health check.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static Command Create(Settings settings)
    {
        var verb = new Command("health", "Asks the host on this machine whether it is alive.");
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = new ConfigurationManager();
            configuration.UseBotSources(settings.Of(parsed));
            var address = LoopbackOf(configuration[$"{HttpOptions.Section}:{nameof(HttpOptions.Url)}"] ?? "");
            var (lives, said) = await AskAsync(address, cancellationToken);
            await (lives ? Console.Out : Console.Error).WriteLineAsync(said);
            return lives ? ExitCode.Answered : ExitCode.Abstained;
        });
        return verb;
    }

    private static async Task<(bool Lives, string Said)> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new HttpClient { Timeout = Timeout };
            using var response = await client.GetAsync(address, cancellationToken);
            return (response.IsSuccessStatusCode, (await response.Content.ReadAsStringAsync(cancellationToken)).Trim());
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (false, $"Nothing answers at {address}: {silent.Message}");
        }
    }

    // 0.0.0.0 is an address to listen on, not one to connect to.
    private static Uri LoopbackOf(string url)
    {
        var concrete = url.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
            .Replace("[::]", "[::1]", StringComparison.Ordinal)
            .Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal);
        return Uri.TryCreate(concrete, UriKind.Absolute, out var address)
            ? new Uri(address, HealthEndpoints.Live)
            : throw new WrongSettingException($"Http:Url is not an address: {url}");
    }
}
