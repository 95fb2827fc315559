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

    /// <summary>Calls a method with a token that is at hand.</summary>
    /// <param name="token">The token; it goes into a header, where nothing logs it.</param>
    /// <param name="account">Whose rate limits the call counts to.</param>
    /// <param name="method">The method: <c>chat.postMessage</c>.</param>
    /// <param name="arguments">Its arguments. They are sent as a form, which every method takes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<ApiAnswer> CallAsync(string token, string account, string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var bucket = method == "chat.postMessage" ? $"{method} {account} {arguments["channel"]}" : $"{method} {account}";
        if (!await tiers.WaitAsync(method, bucket, cancellationToken))
        {
            return new ApiAnswer.Failed("Too many calls of Slack wait already.");
        }

        var fields = arguments.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, Written(field.Value))).ToList();
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

    private static string Written(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var words) ? words : value?.ToJsonString() ?? "";

    /// <summary>What Slack's answer to a method says.</summary>
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
                : new ApiAnswer.Refused(error, SlackErrors.Explain(method, error, answer.Text("needed"), Details(answer)));
        }
        catch (JsonException)
        {
            return new ApiAnswer.Unclear($"What Slack answered to {method} is no JSON.");
        }
    }

    private static string Details(JsonElement answer) => ShortText.Of(
        string.Join("; ", answer.List("response_metadata", "messages").Select(message => message.ToString())), MaxDetails);
}
