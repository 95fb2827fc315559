using Bot.Web.Safety;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Web.Tests.Safety;

/// <summary>The warnings for an operator who opens the pages to a network.</summary>
public sealed class OpenAddressesTests
{
    private const string Password = "everybody's password";

    [Theory]
    [InlineData("http://127.0.0.1:5080", "", true, "", 0)]
    [InlineData("http://[::1]:5080", "", true, "", 0)]
    [InlineData("http://localhost:5080", "", true, "", 0)]
    [InlineData("http://0.0.0.0:5080", "", false, "", 0)]
    [InlineData("http://0.0.0.0:5080", "", true, "", 2)]
    [InlineData("http://[::]:5080", "", true, "", 2)]
    [InlineData("http://*:5080", "", true, "", 2)]
    [InlineData("http://0.0.0.0:5080", Password, false, "", 1)]
    [InlineData("http://0.0.0.0:5080", "", true, "https://seminar.example", 1)]
    [InlineData("http://0.0.0.0:5080", Password, false, "http://seminar.example", 1)]
    [InlineData("http://0.0.0.0:5080", Password, false, "https://seminar.example", 0)]
    public void AnUnprotectedNetworkAddressIsReported(string address, string password, bool openToAll, string publicUrl, int warnings)
    {
        var log = new Lines();
        using var server = new ListeningServer(address);

        var options = Options.Create(new WebOptions { Password = password, OpenToAll = openToAll, PublicUrl = publicUrl });
        new OpenAddresses(server, new Doors(options, Options.Create(new SignInOptions())), options, log).Warn();

        Assert.Equal(warnings, log.Written.Count);
        Assert.All(log.Written, line => Assert.Contains(address, line, StringComparison.Ordinal));
    }

    private sealed class Lines : ILogger<OpenAddresses>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }

    private sealed class ListeningServer : IServer, IServerAddressesFeature
    {
        public ListeningServer(string address)
        {
            Addresses = [address];
            Features.Set<IServerAddressesFeature>(this);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public ICollection<string> Addresses { get; }

        public bool PreferHostingUrls { get; set; }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
