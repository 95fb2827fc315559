using Bot.Chat;
using Bot.Web.Safety;

namespace Bot.Web.Channels;

/// <summary>The seminar in a browser.</summary>
internal sealed class WebAdapter(ChannelDesk desk, OpenAddresses addresses) : IChatAdapter
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "web";

    /// <summary>How readings that were uploaded in a browser, or by its teachers, name the one workspace that all pages belong to.</summary>
    public const string Workspace = "web/";

    /// <summary>What it can do.</summary>
    public const Capabilities Able =
        Capabilities.PrivateReplies | Capabilities.Buttons | Capabilities.Suggestions | Capabilities.Posts | Capabilities.Edits;

    public string Name => Platform;

    /// <summary>The address of a channel of the settings.</summary>
    public static ChannelAddress AddressOf(string channel) => new(Platform, "", channel);

    public Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        addresses.Warn();
        return desk.RunAsync(seminar, cancellationToken);
    }
}
