using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Bot.Web.Desk;

/// <summary>The page on which a teacher chooses, uploads and deletes a channel's readings.</summary>
internal sealed class ReadingsDesk(
    DeskFrames frames, DeskCommands commands, Shelf shelf, ChannelShelves shelves, IOptions<ReadingsOptions> readings)
{
    /// <summary>The last part of its address.</summary>
    public const string Page = "readings";

    private const long BytesPerMegabyte = 1024 * 1024;

    // Of one form; each is a command of its own.
    private const int MaxFiles = 10;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/readings", Show);
        routes.MapPost("/readings/upload", UploadAsync)
            .WithMetadata(new TakesFiles((MaxFiles * readings.Value.MaxFileMegabytes * BytesPerMegabyte) + WebLimits.FormBytes));
    }

    private IResult Show(HttpContext context, string channel)
    {
        var here = shelves.Of(DeskFrames.Address(channel)).Readings.Select(reading => reading.Id.Value).ToHashSet(StringComparer.Ordinal);
        return PageFrames.Page<ReadingsPage>(new ReadingsModel(frames.Of(context, channel), shelf.For(WebAdapter.Workspace).Readings, here)
        {
            MaxMegabytes = readings.Value.MaxFileMegabytes,
        });
    }

    private async Task<IResult> UploadAsync(HttpContext context, string channel)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var uploads = form.Files.GetFiles("file").Where(file => file.FileName.Length > 0).Take(MaxFiles).Select(file => DeskCommands.Of(context, channel, "readings add") with
        {
            File = AttachedFile.Of(file.FileName, file.Length, file.OpenReadStream),
        });
        await commands.RunAsync(context, channel, [.. uploads]);

        // A script shows how far the upload is, and opens the page itself.
        return form["script"].Count > 0 ? Results.NoContent() : Results.LocalRedirect(PageAddresses.Desk(channel, Page));
    }
}
