using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Chat.Delivery;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.WebApi;

/// <summary>
/// Downloads the files of a message or a form: https://docs.slack.dev/reference/objects/file-object. Only from Slack's file servers, because the request
/// contains the workspace's token.
/// </summary>
internal sealed class SharedFiles(IHttpClientFactory clients, IWorkspaceTokens tokens, TokenScopes scopes, IOptions<SlackOptions> options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "slack-files";

    private const string Platform = "Slack";

    private readonly Uri server = new(options.Value.FilesBase);

    /// <summary>The files, downloaded when they are needed.</summary>
    public IReadOnlyList<AttachedFile> Of(Workspace workspace, IReadOnlyList<JsonElement> files) =>
        [.. files.Select(file => new AttachedFile(
            file.Text("name") ?? "", file.Number("size") ?? 0, (atMost, cancellationToken) => FetchAsync(workspace, file, atMost, cancellationToken)))];

    private async Task<byte[]> FetchAsync(Workspace workspace, JsonElement file, int atMost, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Text("url_private_download") ?? file.Text("url_private"), UriKind.Absolute, out var place) || !FileDownload.IsAt(place, server))
        {
            throw FileDownload.RefuseElsewhere(Platform);
        }

        if (await scopes.HasAsync(workspace, TokenScopes.FilesRead, cancellationToken) is false)
        {
            throw new AttachmentException(SlackTexts.MayNotReadFiles);
        }

        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.FindAsync(workspace, cancellationToken));
        return await FileDownload.FetchAsync(client, request, Platform, atMost, cancellationToken);
    }
}
