namespace Bot.Discord.Rest;

/// <summary>The application's data from Discord, after <see cref="AskAsync"/>. Thread-safe.</summary>
internal sealed class DiscordApplication(RestClient rest)
{
    // GATEWAY_MESSAGE_CONTENT and GATEWAY_MESSAGE_CONTENT_LIMITED (resources/application, “Application Flags”).
    private const long MessageContent = (1 << 18) | (1 << 19);

    /// <summary>Whether Discord gives it the text of members' messages; null if unknown.</summary>
    public bool? ReadsMessages { get; private set; }

    /// <summary>The public key of Discord's signatures; null if unknown.</summary>
    public string? PublicKey { get; private set; }

    /// <summary>The interactions URL; empty if there is none, null if unknown.</summary>
    public string? InteractionsUrl { get; private set; }

    /// <summary>Gets the data from Discord.</summary>
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
