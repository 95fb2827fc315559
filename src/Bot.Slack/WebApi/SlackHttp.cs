using System.Collections.Concurrent;
using System.Net;

namespace Bot.Slack.WebApi;

/// <summary>
/// Sends requests to Slack and obeys its rate limits (https://docs.slack.dev/apis/web-api/rate-limits): while one is in force, all requests
/// of its bucket wait. A request that was limited had no effect, so it is sent again; no other is.
/// </summary>
internal sealed class SlackHttp(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "slack";

    private const string ScopesHeader = "X-OAuth-Scopes";
    private const int MostTries = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(1);

    // A wait can end a little before its time, and a request that comes too early counts as one too many.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, DateTimeOffset> limits = new(StringComparer.Ordinal);

    /// <summary>Sends a request.</summary>
    /// <param name="bucket">What shares a rate limit with it.</param>
    /// <param name="make">Makes the request, for each try anew.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<HttpOutcome> SendAsync(string bucket, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var wait = Remaining(bucket);
        for (var tries = 0; tries < MostTries && wait <= LongestWait; tries++)
        {
            await WaitAsync(wait, cancellationToken);
            var (outcome, retryAfter) = await TryAsync(make, cancellationToken);
            if (outcome is not null)
            {
                return outcome;
            }

            limits[bucket] = time.GetUtcNow() + retryAfter;
            wait = retryAfter;
        }

        return new HttpOutcome.Failed("Slack takes no more requests of this kind for a while.", wait);
    }

    private TimeSpan Remaining(string bucket) =>
        limits.TryGetValue(bucket, out var until) && until - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait + Margin, time, cancellationToken) : Task.CompletedTask;

    private static async Task<HttpOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new HttpOutcome.Answered(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken))
        {
            Scopes = response.Headers.TryGetValues(ScopesHeader, out var scopes)
                ? [.. scopes.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))]
                : [],
        };

    private async Task<(HttpOutcome? Outcome, TimeSpan RetryAfter)> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = make();
            using var response = await client.SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.TooManyRequests => (null, response.Headers.RetryAfter?.Delta ?? UsualWait),
                >= HttpStatusCode.InternalServerError => (new HttpOutcome.Unclear($"Slack answered {(int)response.StatusCode}."), default),
                _ => (await ReadAsync(response, cancellationToken), default),
            };
        }
        catch (HttpRequestException unreached) when (unreached.HttpRequestError
            is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return (new HttpOutcome.Failed($"Slack could not be reached: {unreached.HttpRequestError}."), default);
        }
        catch (HttpRequestException broken)
        {
            // The message names the address, which for a response is as good as a key.
            return (new HttpOutcome.Unclear($"The connection to Slack broke: {broken.HttpRequestError}."), default);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new HttpOutcome.Unclear("Slack did not answer in time."), default);
        }
    }
}
