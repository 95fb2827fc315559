using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Fake;

/// <summary>Accepts files as Discord does (reference, “Uploading Files”): next to the JSON, each with a number from the JSON.</summary>
internal static class FakeFiles
{
    /// <summary>The attachment's property that stores the text of an uploaded file.</summary>
    public const string Text = "uploaded";

    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The JSON of a request with files.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The JSON, the problems of the request, and an action that stores the files on the JSON's attachments after the check.</returns>
    public static async Task<(JsonNode? Body, List<string> Wrongs, Action Keep)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var body = JsonNode.Parse(form["payload_json"].ToString());
        var attachments = FakeMessage.Objects(body?["attachments"]).ToList();
        var wrongs = new List<string>();
        var texts = new List<string>();
        foreach (var attachment in attachments)
        {
            if (form.Files.GetFile($"files[{attachment["id"]}]") is not { Length: > 0 and <= MostBytes } file)
            {
                wrongs.Add($"the file of attachment {attachment["id"]} is missing, empty or too large");
                continue;
            }

            if (file.FileName != (string?)attachment["filename"])
            {
                wrongs.Add($"the file of attachment {attachment["id"]} is called {file.FileName}");
            }

            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            texts.Add(await reader.ReadToEndAsync(cancellationToken));
        }

        if (form.Files.Count != attachments.Count)
        {
            wrongs.Add($"{form.Files.Count} files for {attachments.Count} attachments");
        }

        return (body, wrongs, Keep);

        void Keep()
        {
            foreach (var (attachment, text) in attachments.Zip(texts))
            {
                attachment[Text] = text;
            }
        }
    }
}
