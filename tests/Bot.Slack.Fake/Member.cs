using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>A member of the loopback workspace, whose actions reach the bot as signed requests.</summary>
/// <param name="slack">The workspace.</param>
/// <param name="bot">The client for the bot.</param>
/// <param name="user">The member's id.</param>
public sealed class Member(FakeSlack slack, HttpClient bot, string user = "U0STUDENT")
{
    private string channel = FakeSlack.Channel;

    /// <summary>The same member in another channel.</summary>
    public Member In(string other) => new(slack, bot, user) { channel = other };

    /// <summary>Types a slash command, and returns the acknowledgement.</summary>
    /// <param name="command">Its name without the slash.</param>
    /// <param name="text">The text after it.</param>
    /// <param name="delivery">The request's id; the same one can be sent again.</param>
    public async Task<HttpResponseMessage> TypeAsync(string command, string text, string delivery)
    {
        var response = await SendAsync("/slack/commands", Payloads.Command(slack, command, text, channel, user, delivery));
        if (response.StatusCode == HttpStatusCode.OK && await response.Content.ReadAsStringAsync() is { Length: > 0 } body)
        {
            var message = JsonNode.Parse(body) as JsonObject ?? [];
            slack.Screen.Show(channel, message, message["response_type"]?.GetValue<string>() == "in_channel" ? null : user);
        }

        return response;
    }

    /// <summary>Sends an interaction.</summary>
    public Task<HttpResponseMessage> InteractAsync(JsonObject payload, string path = "/slack/interactivity")
    {
        ArgumentNullException.ThrowIfNull(payload);
        slack.Screen.HasThread(payload["message"]?["thread_ts"]?.GetValue<string>());
        return SendAsync(path, $"payload={Uri.EscapeDataString(payload.ToJsonString())}");
    }

    /// <summary>Presses a button.</summary>
    /// <param name="actionId">The button's id.</param>
    /// <param name="value">Its value.</param>
    /// <param name="message">The button's message; null for a deleted one.</param>
    /// <param name="delivery">The request's id.</param>
    public Task<HttpResponseMessage> PressAsync(string actionId, string value, ScreenMessage? message, string delivery) =>
        InteractAsync(Payloads.Press(slack, actionId, value, message, channel, user, delivery));

    /// <summary>Writes a message that the bot receives.</summary>
    /// <param name="message">The event's own fields: type, text, bot_id …</param>
    /// <param name="delivery">The event's id.</param>
    /// <param name="retry">The number of the repetition; 0 for the first delivery.</param>
    public Task<HttpResponseMessage> SayAsync(JsonObject message, string delivery, int retry = 0)
    {
        slack.Screen.HasThread(message["thread_ts"]?.GetValue<string>());
        message["channel"] ??= channel;
        message["user"] ??= user;
        message["ts"] ??= slack.Written(delivery);
        return SendAsync("/slack/events", Payloads.Event(message, delivery).ToJsonString(), retry);
    }

    /// <summary>Signs a body and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, string body, int retry = 0)
    {
        using var request = Sign(path, body, TimeProvider.System.GetUtcNow());
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        return await bot.SendAsync(request);
    }

    /// <summary>A request with a signature.</summary>
    public static HttpRequestMessage Sign(string path, string body, DateTimeOffset at, string secret = FakeSlack.SigningSecret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded"),
            Headers =
            {
                { "X-Slack-Request-Timestamp", timestamp },
                { "X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}" },
            },
        };
    }
}
