using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>What Discord says of the application, once it was asked. Safe for many threads.</summary>
internal sealed class DiscordApplication(RestClient rest)
{
    // GATEWAY_MESSAGE_CONTENT and GATEWAY_MESSAGE_CONTENT_LIMITED (resources/application, “Application Flags”).
    private const long MessageContent = (1 << 18) | (1 << 19);

    /// <summary>Whether what members write is given to it; null while that is not known.</summary>
    public bool? ReadsMessages { get; private set; }

    /// <summary>The key with which Discord signs what it sends to it; null while that is not known.</summary>
    public string? PublicKey { get; private set; }

    /// <summary>The address that Discord sends interactions to; empty where it has none, null while that is not known.</summary>
    public string? InteractionsUrl { get; private set; }

    /// <summary>Asks Discord.</summary>
    public async Task<RestAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var call = new RestCall(HttpMethod.Get, "GET applications/@me", "applications/@me") { Timeout = TimeSpan.FromSeconds(5) };
        var answer = await rest.CallAsync(call, cancellationToken);
        if (answer is RestAnswer.Done { Body: var body })
        {
            ReadsMessages = ((body.At("flags").Number() ?? 0) & MessageContent) != 0;
            PublicKey = body.At("verify_key").Text();
            InteractionsUrl = body.At("interactions_endpoint_url").Text() ?? "";
        }

        return answer;
    }
}
