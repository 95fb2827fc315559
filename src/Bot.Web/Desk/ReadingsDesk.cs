using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Bot.Web.Desk;

/// <summary>The desk page to choose, upload and delete a channel's readings, and to check the quotes of an essay.</summary>
internal sealed class ReadingsDesk(
    DeskFrames frames, DeskCommands commands, DeskNotes notes, ChannelShelves shelves, IOptions<ReadingsOptions> readings)
{
    /// <summary>The last part of its address.</summary>
    public const string Page = "readings";

    private const long BytesPerMegabyte = 1024 * 1024;

    /// <summary>The maximum number of files of one form; each file is a separate command.</summary>
    public const int MaxFiles = 10;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/readings", Show);
        routes.MapPost("/readings/upload", (Delegate)UploadAsync)
            .WithMetadata(new TakesFiles((MaxFiles * readings.Value.MaxFileMegabytes * BytesPerMegabyte) + WebLimits.FormBytes));
        routes.MapPost("/readings/check", (Delegate)CheckAsync)
            .WithMetadata(new TakesFiles((readings.Value.MaxFileMegabytes * BytesPerMegabyte) + WebLimits.FormBytes));
    }

    private IResult Show(HttpContext context)
    {
        var channel = DeskFrames.ChannelOf(context).Address;
        var here = shelves.Of(channel).Readings.Select(reading => reading.Id.Value).ToHashSet(StringComparer.Ordinal);
        return PageFrames.Page<ReadingsPage>(new ReadingsModel(frames.Of(context), shelves.FindAll(channel).Readings, here)
        {
            MaxMegabytes = readings.Value.MaxFileMegabytes,
        });
    }

    private async Task<IResult> UploadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var files = form.Files.GetFiles("file").Where(file => file.FileName.Length > 0).ToList();
        if (files.Count is 0 or > MaxFiles)
        {
            notes.Leave(PageFrames.MemberOf(context), DeskFrames.ChannelOf(context), ChatReply.Error(
                ShelfTexts.FormatNotTheseFiles(MaxFiles, files.Count)));
        }
        else
        {
            await commands.RunAsync(context, [.. files.Select(file => DeskCommands.Of(context, "readings add") with
            {
                Files = [AttachedFile.Of(file.FileName, file.Length, file.OpenReadStream)],
            })]);
        }

        // The script shows the progress and opens the page itself.
        return form["script"].Count > 0 ? Results.NoContent() : Results.LocalRedirect(PageAddresses.Desk(DeskFrames.ChannelOf(context).Code, Page));
    }

    private async Task<IResult> CheckAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is { FileName.Length: > 0 } essay)
        {
            await commands.RunAsync(context, [DeskCommands.Of(context, "checkquote") with
            {
                Files = [AttachedFile.Of(essay.FileName, essay.Length, essay.OpenReadStream)],
            }]);
        }

        return Results.LocalRedirect(PageAddresses.Desk(DeskFrames.ChannelOf(context).Code, Page));
    }
}
