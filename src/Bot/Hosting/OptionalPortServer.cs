using System.Net.Sockets;
using Bot.Configuration;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>
/// A web server that does not stop the host if its port is taken, because the console and the adapters with outgoing connections need no port. If a
/// platform sends requests, a taken port stops the host.
/// </summary>
internal sealed partial class OptionalPortServer(
    IServer server, Listening listening, IOptions<HttpOptions> options, IConfiguration configuration, ILogger<OptionalPortServer> logger) : IServer
{
    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        try
        {
            await server.StartAsync(application, cancellationToken);
            listening.Url = options.Value.Url;
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            if (ChatPlatforms.ListRequestSenders(configuration) is [_, ..] platforms)
            {
                throw new WrongSettingException(
                    $"Nothing can listen on {options.Value.Url}, and requests of {string.Join(" and ", platforms)} must arrive there: {taken.Message} "
                    + "Set Http:Url to a free address.");
            }

            LogNotListening(options.Value.Url, taken.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => listening.Url is not null ? server.StopAsync(cancellationToken) : Task.CompletedTask;

    public void Dispose() => server.Dispose();

    [LoggerMessage(
        LogLevel.Warning,
        "Nothing listens on {Url}: {Reason} Set Http:Url to a free address, or Http:Enabled to false. Everything else continues.")]
    private partial void LogNotListening(string url, string reason);
}
