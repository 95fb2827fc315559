using Bot.Chat.Delivery;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

/// <summary>A file of an interaction or of its message (resources/message, “Attachment Object”).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Address">Its download URL.</param>
internal sealed record GivenFile(string Name, long Bytes, string Address);

/// <summary>Downloads attached files, only from Discord's file servers.</summary>
internal sealed class AttachmentDownloads(IHttpClientFactory clients, IOptions<DiscordOptions> options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "discord-files";

    private const string Platform = "Discord";

    private readonly Uri files = new(options.Value.FilesBase);

    /// <summary>The files, downloaded when they are needed.</summary>
    public IReadOnlyList<AttachedFile> Of(IReadOnlyList<GivenFile> files) =>
        [.. files.Select(file => new AttachedFile(file.Name, file.Bytes, (atMost, cancellationToken) => FetchAsync(file.Address, atMost, cancellationToken)))];

    private async Task<byte[]> FetchAsync(string address, int atMost, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var place) || !FileDownload.IsAt(place, files))
        {
            throw FileDownload.RefuseElsewhere(Platform);
        }

        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        return await FileDownload.FetchAsync(client, request, Platform, atMost, cancellationToken);
    }
}
