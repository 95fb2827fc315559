namespace Bot.Slack.WebApi;

/// <summary>Slack's platform name and capabilities.</summary>
internal static class SlackPlatform
{
    /// <summary>The name of the platform in addresses.</summary>
    public const string Name = "slack";

    /// <summary>What the adapter can do.</summary>
    public const Capabilities Able = Capabilities.PrivateReplies | Capabilities.Buttons | Capabilities.Suggestions | Capabilities.Forms
        | Capabilities.Posts | Capabilities.Edits | Capabilities.Threads | Capabilities.Pins | Capabilities.Mentions | Capabilities.History;
}
