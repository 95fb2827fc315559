using System.Net;
using Bot.Chat.Delivery;

namespace Bot.Slack.WebApi;

/// <summary>
/// Sends requests to Slack and follows its rate limits (https://docs.slack.dev/apis/web-api/rate-limits): all requests of a limited bucket wait. A limited
/// request had no effect, so it is sent again; other requests are not.
/// </summary>
internal sealed class SlackHttp(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "slack";

    private const string ScopesHeader = "X-OAuth-Scopes";
    private const int MaxTries = 3;
    private const int MaxBuckets = 10_000;
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(1);

    // A wait can end slightly early, and a request that is too early is limited again.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    private readonly BoundedCache<string, DateTimeOffset> limits = new(MaxBuckets, time);

    /// <summary>Sends a request.</summary>
    /// <param name="bucket">The name of its rate limit.</param>
    /// <param name="make">Creates the request, once for each try.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<HttpOutcome> SendAsync(string bucket, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var wait = MeasureRemaining(bucket);
        for (var tries = 0; tries < MaxTries && wait <= MaxWait; tries++)
        {
            await WaitAsync(wait, cancellationToken);
            var (outcome, retryAfter) = await TryAsync(make, cancellationToken);
            if (outcome is not null)
            {
                return outcome;
            }

            limits.Set(bucket, time.GetUtcNow() + retryAfter, retryAfter);
            wait = retryAfter;
        }

        return new HttpOutcome.Failed("Slack accepts no more requests of this kind for a while.", wait);
    }

    private TimeSpan MeasureRemaining(string bucket) =>
        limits.TryGet(bucket, out var until) && until - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait + Margin, time, cancellationToken) : Task.CompletedTask;

    // The outcome is null if a rate limit blocked the request.
    private async Task<(HttpOutcome? Outcome, TimeSpan RetryAfter)> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        using var request = make();
        return await OutboundCall.SendAsync(client, request, ReadAsync, cancellationToken) switch
        {
            OutboundResult<(HttpOutcome?, TimeSpan)>.Answered answered => answered.Response,
            OutboundResult<(HttpOutcome?, TimeSpan)>.NotReached not => (new HttpOutcome.Failed($"Slack {not.Reason}."), default),
            OutboundResult<(HttpOutcome?, TimeSpan)>.Unclear unclear => (new HttpOutcome.Unclear($"Slack {unclear.Reason}."), default),
            _ => throw new InvalidOperationException("The cases are closed."),
        };
    }

    private static async Task<(HttpOutcome? Outcome, TimeSpan RetryAfter)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => (null, response.Headers.RetryAfter?.Delta ?? UsualWait),
            >= HttpStatusCode.InternalServerError => (new HttpOutcome.Unclear($"Slack answered {(int)response.StatusCode}."), default),
            _ => (await AnswerAsync(response, cancellationToken), default),
        };

    private static async Task<HttpOutcome> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new HttpOutcome.Answered(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)) { Scopes = ScopesOf(response) };

    private static string[] ScopesOf(HttpResponseMessage response) => response.Headers.TryGetValues(ScopesHeader, out var scopes)
        ? [.. scopes.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))]
        : [];
}
