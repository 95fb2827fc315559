using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Makes requests that are signed like Discord's.</summary>
public static class SignedRequest
{
    /// <summary>The path for interactions.</summary>
    public const string Path = "/discord/interactions";

    /// <summary>The path for events.</summary>
    public const string EventsPath = "/discord/events";

    /// <summary>A signed request with this body.</summary>
    public static HttpRequestMessage Of(SigningKey key, JsonNode interaction, Uri? host = null, string path = Path)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(interaction);
        var body = Encoding.UTF8.GetBytes(interaction.ToJsonString());
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Of(body, key.Sign(timestamp, body), timestamp, host, path);
    }

    /// <summary>A request with this signature, valid or not.</summary>
    public static HttpRequestMessage Of(byte[] body, string? signature, string? timestamp, Uri? host = null, string path = Path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, host is null ? new Uri(path, UriKind.Relative) : new Uri(host, path))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        }

        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        }

        return request;
    }
}
