using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bot.Api.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Api.Tests.Http;

/// <summary>Keys and rate limits.</summary>
public sealed class AccessTests
{
    private const string Other = "fedcba9876543210fedcba9876543210";
    private static readonly string[] Paths = ["/api/v1/readings", "/api/v1/openapi.json", "/api/nothing", "/mcp"];

    [Theory]
    [InlineData(null, "A key is needed")]
    [InlineData($"Bearer {Other}", "That is not a key of this program.")]
    [InlineData($"Bearer {ApiUnderTest.Key}x", "That is not a key of this program.")]
    [InlineData($"Basic {ApiUnderTest.Key}", "A key is needed")]
    [InlineData(ApiUnderTest.Key, "A key is needed")]
    [InlineData("Bearer", "A key is needed")]
    public async Task NothingIsAnsweredWithoutAKeyIfKeysAreSet(string? authorization, string detail)
    {
        await using var api = await ApiUnderTest.StartAsync(settings: [("Api:Keys", ApiUnderTest.Key)]);
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];

        foreach (var path in Paths)
        {
            var response = await api.SendAsync(path == "/mcp" ? HttpMethod.Post : HttpMethod.Get, path, path == "/mcp" ? "{}" : null, headers);

            Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
            Assert.StartsWith("Bearer", response.Headers["WWW-Authenticate"], StringComparison.Ordinal);
            Assert.StartsWith(detail, response.Detail, StringComparison.Ordinal);
            Assert.False(response.Headers.ContainsKey("RateLimit"));
        }

        Assert.DoesNotContain(api.Log.Lines, line => line.Contains(Other, StringComparison.Ordinal) || line.Contains(ApiUnderTest.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachOfSeveralKeysOpensItAlsoAsAHash()
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Other)));
        await using var api = await ApiUnderTest.StartAsync(settings: [("Api:Keys", $"{ApiUnderTest.Key}, sha256:{hash}")]);

        foreach (var key in (string[])[ApiUnderTest.Key, Other])
        {
            Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/api/v1/readings", null, ("Authorization", $"Bearer {key}"))).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Get, "/api/v1/readings", null, ("Authorization", $"Bearer {hash}"))).Status);
    }

    [Theory]
    [InlineData("Host", "evil.example", "No key is set, so the address must be one of localhost")]
    [InlineData("Host", "127.0.0.1.evil.example", "No key is set, so the address must be one of localhost")]
    [InlineData("X-Forwarded-For", "203.0.113.7", "No key is set, and the header X-Forwarded-For")]
    [InlineData("Forwarded", "for=203.0.113.7", "No key is set, and the header Forwarded")]
    [InlineData("Via", "1.1 proxy", "No key is set, and the header Via")]
    [InlineData("Origin", "https://evil.example", "Requests from pages of other sites are refused.")]
    [InlineData("Origin", "null", "Requests from pages of other sites are refused.")]
    [InlineData("Origin", "http://localhost:1", "Requests from pages of other sites are refused.")]
    [InlineData("Sec-Fetch-Site", "cross-site", "Requests from pages of other sites are refused.")]
    [InlineData("Sec-Fetch-Site", "same-site", "Requests from pages of other sites are refused.")]
    public async Task WithoutAKeyWhatComesThroughABrowserOrAProxyIsRefused(string header, string value, string detail)
    {
        await using var api = await ApiUnderTest.StartAsync();

        foreach (var path in Paths)
        {
            var response = await api.SendAsync(path == "/mcp" ? HttpMethod.Post : HttpMethod.Get, path, path == "/mcp" ? "{}" : null, (header, value));

            Assert.Equal(HttpStatusCode.Forbidden, response.Status);
            Assert.StartsWith(detail, response.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task ProgramsOnTheMachineAreAnsweredByAnyOfItsNames(string name)
    {
        await using var api = await ApiUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/api/v1/readings", null, ("Host", $"{name}:{api.Address.Port}"))).Status);
    }

    [Fact]
    public async Task APageOfTheProgramItselfIsAnswered()
    {
        await using var api = await ApiUnderTest.StartAsync();
        var own = api.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync("readings", "{}", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:203.0.113.7")]
    [InlineData(null)]
    public void ARequestOfAnotherMachineIsNotLocal(string? remote)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost");
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);

        Assert.StartsWith("No key is set, so only programs on the same machine", RequestOrigin.FindRefusal(context), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyCountsAsLocalBehindAProxy()
    {
        await using var open = await ApiUnderTest.StartAsync(isPublic: true);
        await using var keyed = await ApiUnderTest.StartAsync(isPublic: true, settings: [("Api:Keys", ApiUnderTest.Key)]);

        Assert.Equal(HttpStatusCode.Forbidden, (await open.SendAsync(HttpMethod.Get, "/api/v1/readings")).Status);
        Assert.Equal(HttpStatusCode.OK, (await keyed.SendAsync(
            HttpMethod.Get, "/api/v1/readings", null, ("Authorization", $"Bearer {ApiUnderTest.Key}"), ("X-Forwarded-For", "203.0.113.7"), ("Host", "bot.example.org"))).Status);
    }

    [Fact]
    public async Task AKeyHasItsStoreOfRequestsAndIsToldWhatIsLeft()
    {
        await using var api = await ApiUnderTest.StartAsync(
            settings: [("Api:Keys", $"{ApiUnderTest.Key},{Other}"), ("Api:Burst", "3"), ("Api:Every", "00:30:00")]);
        (string, string) key = ("Authorization", $"Bearer {ApiUnderTest.Key}");

        foreach (var left in (int[])[2, 1, 0])
        {
            var taken = await api.SendAsync(HttpMethod.Get, "/api/v1/readings", null, key);
            Assert.Equal(HttpStatusCode.OK, taken.Status);
            Assert.Equal("\"requests\";q=3;w=5400", taken.Headers["RateLimit-Policy"]);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"\"requests\";r={left};t={(3 - left) * 1800}"), taken.Headers["RateLimit"]);
        }

        var refused = await api.PostAsync("ask", """{"text":"Why?"}""", key);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("1800", refused.Headers["Retry-After"]);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await api.SendAsync(HttpMethod.Post, "/mcp", "{}", key)).Status);

        // Another key has its own limit, and a request without a key does not count for any.
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, "/api/v1/readings", null, ("Authorization", $"Bearer {Other}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Get, "/api/v1/readings")).Status);
    }

    [Fact]
    public async Task OffMeansThatNothingIsThere()
    {
        await using var api = await ApiUnderTest.StartAsync(settings: [("Api:Enabled", "false")]);

        Assert.All(Paths, path => Assert.Equal(HttpStatusCode.NotFound, api.SendAsync(HttpMethod.Get, path).GetAwaiter().GetResult().Status));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("sha256:0123")]
    [InlineData($"{ApiUnderTest.Key},with spaces in the middle of the key")]
    public void AKeyThatNobodyCouldSendOrAnyoneCouldGuessIsAWrongSetting(string keys)
    {
        var result = new ApiOptionsValidator().Validate(null, new ApiOptions { Keys = keys });

        Assert.True(result.Failed);
        Assert.DoesNotContain(keys, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersOutOfRangeAreWrongSettings() => Assert.Equal(4, new ApiOptionsValidator()
        .Validate(null, new ApiOptions { Burst = 0, Every = TimeSpan.Zero, AtOnce = 0, Waiting = -1 }).Failures?.Count());

    [Fact]
    public void AKeyIsFoundByItself()
    {
        var keys = new ApiKeys(Options.Create(new ApiOptions { Keys = ApiUnderTest.Key }));

        Assert.True(keys.Any);
        Assert.Equal("key 1", keys.NameOf(ApiUnderTest.Key));
        Assert.Null(keys.NameOf(""));
        Assert.Null(keys.NameOf(Other));
    }
}
