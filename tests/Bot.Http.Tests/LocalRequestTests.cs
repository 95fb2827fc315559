using System.Net;
using Microsoft.AspNetCore.Http;

namespace Bot.Http.Tests;

public sealed class LocalRequestTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST")]
    public void ARequestFromThisMachineToItsOwnNameIsLocal(string remote, string host) => Assert.Null(LocalRequest.FindDistance(Request(remote, host)));

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:203.0.113.7")]
    [InlineData(null)]
    public void ARequestOfAnotherMachineIsNot(string? remote) =>
        Assert.IsType<LocalRequest.Distance.OtherMachine>(LocalRequest.FindDistance(Request(remote, "localhost")));

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("X-Forwarded-For")]
    [InlineData("CF-Connecting-IP")]
    public void ARequestThatAProxyPassesOnIsNot(string header)
    {
        var context = Request("127.0.0.1", "localhost");
        context.Request.Headers[header] = "127.0.0.1";

        Assert.Equal(new LocalRequest.Distance.Proxy(header), LocalRequest.FindDistance(context));
    }

    [Theory]
    [InlineData("bot.example.org")]
    [InlineData("localhost.example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("10.0.0.1")]
    public void ARequestToAnotherNameIsNot(string host) =>
        Assert.IsType<LocalRequest.Distance.OtherName>(LocalRequest.FindDistance(Request("127.0.0.1", host)));

    private static DefaultHttpContext Request(string? remote, string host)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString(host);
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        return context;
    }
}
