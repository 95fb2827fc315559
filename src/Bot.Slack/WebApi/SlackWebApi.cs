using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Settings;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Slack.WebApi;

/// <summary>Calls Slack's Web API (https://docs.slack.dev/apis/web-api) for a workspace.</summary>
internal sealed class SlackWebApi(SlackHttp http, SlackTiers tiers, IWorkspaceTokens tokens, IOptions<SlackOptions> options)
{
    private const int MaxDetails = 300;

    private readonly Uri root = new($"{options.Value.ApiBase.TrimEnd('/')}/");

    /// <summary>Calls a method with the workspace's token.</summary>
    public async Task<ApiAnswer> CallAsync(Workspace workspace, string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.FindAsync(workspace, cancellationToken) is { } token
                ? await CallAsync(token, workspace.Team, method, arguments, cancellationToken)
                : new ApiAnswer.Refused("not_installed", "The app is not installed in that workspace. Install it there.");
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return new ApiAnswer.Failed(unavailable.Message);
        }
    }

    /// <summary>Calls a method with a given token.</summary>
    /// <param name="token">The token; it is sent in a header, which is not logged.</param>
    /// <param name="account">The account for the rate limits.</param>
    /// <param name="method">The method: <c>chat.postMessage</c>.</param>
    /// <param name="arguments">Its arguments. They are sent as a form, which every method accepts.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<ApiAnswer> CallAsync(string token, string account, string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var bucket = method == "chat.postMessage" ? $"{method} {account} {arguments["channel"]}" : $"{method} {account}";
        if (!await tiers.WaitAsync(method, bucket, cancellationToken))
        {
            return new ApiAnswer.Failed("Too many calls to Slack are waiting.");
        }

        var fields = arguments.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, WriteValue(field.Value))).ToList();
        return await http.SendAsync(bucket, Make, cancellationToken) switch
        {
            HttpOutcome.Answered answered => Read(method, answered),
            HttpOutcome.Failed failed => new ApiAnswer.Failed(failed.Why, failed.RetryAfter),
            HttpOutcome.Unclear unclear => new ApiAnswer.Unclear(unclear.Why),
            _ => throw new InvalidOperationException("No such outcome."),
        };

        HttpRequestMessage Make() => new(HttpMethod.Post, new Uri(root, method))
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
    }

    private static string WriteValue(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var words) ? words : value?.ToJsonString() ?? "";

    /// <summary>Reads Slack's response to a method.</summary>
    public static ApiAnswer Read(string method, HttpOutcome.Answered answered)
    {
        try
        {
            var answer = JsonElement.Parse(answered.Body);
            if (answer.IsTrue("ok"))
            {
                return new ApiAnswer.Done(answer) { Scopes = answered.Scopes };
            }

            var error = answer.Text("error") ?? "unknown_error";
            return SlackErrors.IsUnclear(error)
                ? new ApiAnswer.Unclear(SlackErrors.Explain(method, error, null))
                : new ApiAnswer.Refused(error, SlackErrors.Explain(method, error, answer.Text("needed"), DescribeDetails(answer)))
                {
                    NeededScope = answer.Text("needed"),
                };
        }
        catch (JsonException)
        {
            return new ApiAnswer.Unclear($"Slack's response to {method} is not JSON.");
        }
    }

    private static string DescribeDetails(JsonElement answer) => ShortText.Of(
        string.Join("; ", answer.List("response_metadata", "messages").Select(message => message.ToString())), MaxDetails);
}
