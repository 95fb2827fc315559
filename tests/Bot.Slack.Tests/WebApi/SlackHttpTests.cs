using System.Net;
using System.Net.Http.Headers;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.WebApi;

public sealed class SlackHttpTests
{
    [Fact]
    public async Task ALimitIsOverALittleLaterThanSlackSays()
    {
        var time = new FakeTimeProvider();
        using var slack = new Limiting(TimeSpan.FromSeconds(1));
        var sending = new SlackHttp(slack, time).SendAsync("bucket", () => new HttpRequestMessage(HttpMethod.Post, "http://slack.example/"), CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, slack.Requests);

        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.IsType<HttpOutcome.Answered>(await sending.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(2, slack.Requests);
    }

    /// <summary>Refuses the first request for a while.</summary>
    private sealed class Limiting(TimeSpan retryAfter) : HttpMessageHandler, IHttpClientFactory
    {
        public int Requests { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(++Requests == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(retryAfter);
            return Task.FromResult(response);
        }
    }
}
