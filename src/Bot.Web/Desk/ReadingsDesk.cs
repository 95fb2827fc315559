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
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Web.Desk;

/// <summary>The page on which a teacher chooses, uploads and deletes a channel's readings, and has the quotes of an essay checked.</summary>
internal sealed class ReadingsDesk(
    DeskFrames frames,
    DeskCommands commands,
    ChannelLogs logs,
    ChannelDesk channels,
    Shelf shelf,
    ChannelShelves shelves,
    IOptions<ReadingsOptions> readings,
    IHostApplicationLifetime lifetime)
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
        routes.MapPost("/readings/check", CheckAsync)
            .WithMetadata(new TakesFiles((readings.Value.MaxFileMegabytes * BytesPerMegabyte) + WebLimits.FormBytes));
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
            Files = [AttachedFile.Of(file.FileName, file.Length, file.OpenReadStream)],
        });
        await commands.RunAsync(context, channel, [.. uploads]);

        // A script shows how far the upload is, and opens the page itself.
        return form["script"].Count > 0 ? Results.NoContent() : Results.LocalRedirect(PageAddresses.Desk(channel, Page));
    }

    // The answer is in the channel, as if the teacher had asked for it there, with a table to save where there are many quotes.
    private async Task<IResult> CheckAsync(HttpContext context, string channel)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("file") is not { FileName.Length: > 0 } essay || logs.Find(channel) is not { } log)
        {
            return Results.LocalRedirect(PageAddresses.Desk(channel, Page));
        }

        using var content = new MemoryStream();
        await essay.CopyToAsync(content, context.RequestAborted);
        var file = AttachedFile.Of(essay.FileName, content.ToArray());
        var entry = channels.Send(log, DeskFrames.Address(channel), PageFrames.MemberOf(context), "checkquote", file, form["once"].ToString());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await log.WaitForAnswerAsync(entry.Number, WebLimits.Inline, stop.Token);
        return Results.LocalRedirect(PageAddresses.Entry(channel, entry.Number));
    }
}
