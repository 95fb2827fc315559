using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Slack.Fake;

/// <summary>Delivers HTTP requests over a socket instead, so that a <see cref="Member"/> works with both transports.</summary>
public sealed class SocketDelivery(FakeSlack slack) : HttpMessageHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (type, payload) = request.RequestUri?.AbsolutePath switch
        {
            "/slack/commands" => ("slash_commands", Fields(body)),
            "/slack/events" => ("events_api", JsonNode.Parse(body)),
            _ => ("interactive", JsonNode.Parse(QueryHelpers.ParseQuery(body)["payload"].ToString())),
        };
        var answer = await slack.Sockets.DeliverAsync(type, payload);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer?.ToJsonString() ?? "", Encoding.UTF8, "application/json") };
    }

    private static JsonObject Fields(string form) =>
        new(QueryHelpers.ParseQuery(form).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())));
}
