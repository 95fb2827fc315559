using Bot.Web.Safety;

namespace Bot.Web.Channels;

/// <summary>The adapter for browsers.</summary>
internal sealed class WebAdapter(ChannelDesk desk, OpenAddresses addresses) : IChatAdapter
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "web";

    /// <summary>The name of the one workspace of all pages, to which readings uploaded in a browser belong.</summary>
    public const string Workspace = "web/";

    /// <summary>Its capabilities.</summary>
    public const Capabilities Able =
        Capabilities.PrivateReplies | Capabilities.Buttons | Capabilities.Suggestions | Capabilities.Posts | Capabilities.Edits;

    public string Name => Platform;

    /// <summary>The address of a configured channel.</summary>
    public static ChannelAddress AddressOf(string channel) => new(Platform, "", channel);

    public Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        addresses.Warn();
        return desk.RunAsync(seminar, cancellationToken);
    }
}
