using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Library;
using Bot.Web.Members;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Bot.Web.Channels;

/// <summary>The page of a channel and its forms. Each form ends in a redirect, so that the browser's back button sends nothing again.</summary>
internal sealed class ChatEndpoints(
    ChannelLogs logs, ChannelDesk desk, PageFrames frames, Shelf shelf, IHostApplicationLifetime lifetime)
{
    private const int MaxWords = 20_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (Delegate)((HttpContext context) => ShowAsync(context, logs.First, null, null)));
        routes.MapGet("/c/{channel}", ShowAsync);
        routes.MapGet("/c/{channel}/suggest", Suggest);
        routes.MapGet("/c/{channel}/files/{number:long}/{index:int}", SaveFile);
        routes.MapPost("/c/{channel}/say", (HttpContext context, string channel) => AnswerAsync(context, channel, Say));
        routes.MapPost("/c/{channel}/press", (HttpContext context, string channel) => AnswerAsync(context, channel, Press));
        routes.MapPost("/c/{channel}/share", (HttpContext context, string channel) => AnswerAsync(context, channel, Share));
        routes.MapPost("/c/{channel}/forget", ForgetAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string channel, long? before, long? after)
    {
        var member = PageFrames.MemberOf(context);
        if (logs.Find(channel) is not { } log)
        {
            return SayNoChannel(context);
        }

        if (after is { } since)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            await log.WaitForNewsAsync(member, since, WebLimits.MaxWait, stop.Token);
        }

        var readings = shelf.NarrowTo(WebAdapter.Workspace).Readings;
        return PageFrames.Page<ChatPage>(new ChatModel(frames.Of(context) with { Channel = channel }, channel, log.See(member, before), readings)
        {
            IsEarlier = before is not null,
        });
    }

    private IResult Suggest(HttpContext context, string channel, string? line)
    {
        context.Response.Headers.CacheControl = "no-store";
        var completion = desk.Seminar is { } seminar && line is { Length: > 0 and <= MaxWords }
            ? new CommandCompleter(seminar, WebAdapter.AddressOf(channel)).Complete(line, line.Length)
            : new Completion(0, []);
        return Results.Json(new { start = completion.Start, words = completion.Candidates.Take(WebLimits.All.Suggestions) });
    }

    private IResult SaveFile(HttpContext context, string channel, long number, int index) =>
        logs.Find(channel)?.Find(PageFrames.MemberOf(context), number)?.Files.ElementAtOrDefault(index) is { } file
            ? Results.File(file.ToBytes(), file.MediaType, file.Name)
            : frames.Say(
                context,
                PageFrames.MemberOf(context),
                ChatTexts.NoFileTitle,
                ChatTexts.NoFile,
                StatusCodes.Status404NotFound);

    private async Task<IResult> AnswerAsync(HttpContext context, string channel, Func<ChannelLog, ChannelAddress, Member, IFormCollection, LogEntry?> what)
    {
        if (logs.Find(channel) is not { } log)
        {
            return SayNoChannel(context);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var address = WebAdapter.AddressOf(channel);
        CultureInfo.CurrentUICulture = await desk.LanguageOfAsync(address, context.RequestAborted);
        if (what(log, address, PageFrames.MemberOf(context), form) is not { } entry)
        {
            return Results.LocalRedirect(PageAddresses.Channel(channel));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await log.WaitForAnswerAsync(entry.Number, WebLimits.Inline, stop.Token);
        return Results.LocalRedirect(PageAddresses.Entry(channel, entry.Number));
    }

    private LogEntry? Say(ChannelLog log, ChannelAddress channel, Member member, IFormCollection form) =>
        form["words"].ToString().Trim() is { Length: > 0 and <= MaxWords } words ? desk.Say(log, channel, member, words, ReadOnce(form)) : null;

    private LogEntry? Press(ChannelLog log, ChannelAddress channel, Member member, IFormCollection form)
    {
        var code = form["code"].ToString();
        var pressed = ReadNumber(form) is { } number
            ? log.Find(member, number)?.Messages.SelectMany(message => message.Choices)
                .FirstOrDefault(choice => ChoiceCode.Encode(choice, WebLimits.All.ChoiceState) == code)
            : null;

        // One form has several buttons, so the id includes the button's code.
        return code.Length <= MaxWords ? desk.Press(log, channel, member, code, pressed?.Label ?? "", $"{ReadOnce(form)}{code}") : null;
    }

    private LogEntry? Share(ChannelLog log, ChannelAddress channel, Member member, IFormCollection form) =>
        ReadNumber(form) is { } number ? log.Share(member, number) : null;

    private async Task<IResult> ForgetAsync(HttpContext context, string channel)
    {
        await context.Request.ReadFormAsync(context.RequestAborted);
        logs.Find(channel)?.Forget(PageFrames.MemberOf(context));
        return Results.LocalRedirect(PageAddresses.Channel(channel));
    }

    private static string ReadOnce(IFormCollection form) => form["once"].ToString() is { Length: > 0 and <= 64 } once ? once : PageFrame.Once();

    private static long? ReadNumber(IFormCollection form) =>
        long.TryParse(form["entry"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IResult SayNoChannel(HttpContext context) => frames.Say(
        context, PageFrames.MemberOf(context), ShellTexts.NoChannelTitle, ShellTexts.NoChannel, StatusCodes.Status404NotFound);
}
