using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Bot.Web.Desk;

/// <summary>The page on which a teacher chooses, uploads and deletes a channel's readings. Everything is done by the commands.</summary>
internal sealed class ReadingsDesk(ChannelLogs logs, ChannelDesk desk, DeskFrames frames, Shelf shelf, IOptions<ReadingsOptions> readings)
{
    /// <summary>The last part of its address.</summary>
    public const string Page = "readings";

    private const long BytesPerMegabyte = 1024 * 1024;

    // Dropped at once; each is a command of its own.
    private const int MaxFiles = 10;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/readings", Show);
        routes.MapPost("/readings", ChooseAsync);
        routes.MapPost("/readings/upload", UploadAsync)
            .WithMetadata(new TakesFiles((MaxFiles * readings.Value.MaxFileMegabytes * BytesPerMegabyte) + WebLimits.FormBytes));
    }

    private IResult Show(HttpContext context, string channel)
    {
        var all = shelf.For(WebAdapter.Workspace).Readings;
        var here = desk.Seminar?.Suggest(new SuggestionRequest("ask", "reading", "") { Channel = DeskFrames.Address(channel), MaxItems = all.Count })
            .Select(suggestion => suggestion.Value).ToHashSet() ?? [];
        return PageFrames.Page<ReadingsPage>(new ReadingsModel(frames.Of(context, channel), all, here) { MaxMegabytes = readings.Value.MaxFileMegabytes });
    }

    private async Task<IResult> ChooseAsync(HttpContext context, string channel)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var words = form["delete"].ToString() is { Length: > 0 } name ? $"/readings delete {name}"
            : form["all"].Count > 0 ? "/readings use all"
            : $"/readings use {string.Join(' ', form["name"].OfType<string>())}".TrimEnd();
        var log = logs.Find(channel)!;
        var entry = desk.Say(log, DeskFrames.Address(channel), PageFrames.MemberOf(context), words, form["once"].ToString());
        return await AnsweredAsync(context, channel, log, [entry]);
    }

    private async Task<IResult> UploadAsync(HttpContext context, string channel)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var log = logs.Find(channel)!;
        var entries = new List<LogEntry>();
        foreach (var sent in form.Files.GetFiles("file").Where(file => file.FileName.Length > 0).Take(MaxFiles))
        {
            // The form's own copy ends with the request, before the command is done.
            await using var stream = sent.OpenReadStream();
            var content = await AttachedFile.ReadAsync(stream, (int)Math.Min(sent.Length, int.MaxValue), context.RequestAborted);
            var file = AttachedFile.Of(sent.FileName, content);
            entries.Add(desk.Send(log, DeskFrames.Address(channel), PageFrames.MemberOf(context), "readings add", file, $"{form["once"]}{entries.Count}"));
        }

        return await AnsweredAsync(context, channel, log, entries);
    }

    private static async Task<IResult> AnsweredAsync(HttpContext context, string channel, ChannelLog log, List<LogEntry> entries)
    {
        if (entries.Count == 0)
        {
            return Results.LocalRedirect(PageAddresses.Desk(channel, Page));
        }

        await log.WaitForAnswerAsync(entries[^1].Number, WebLimits.Inline, context.RequestAborted);
        return Results.LocalRedirect(PageAddresses.Entry(channel, entries[0].Number));
    }
}
