using System.Globalization;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>
/// Runs the command of a form as if the teacher had typed it in the channel, so that the same rules apply. The next page shows the result.
/// </summary>
internal sealed class DeskCommands(ChannelDesk desk, DeskNotes notes)
{
    private const string OptionPrefix = "option.";

    private static ChatReply NotYet => ChatReply.Error(DeskTexts.NotYet);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/run", (Delegate)RunFormAsync);

    private async Task<IResult> RunFormAsync(HttpContext context)
    {
        var page = PageAddresses.Desk(DeskFrames.ChannelOf(context).Code);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await RunAsync(context, [CommandOf(form, Of(context, form["command"].ToString()))]);
        var then = form["then"].ToString();
        return Results.LocalRedirect(then.StartsWith(page, StringComparison.Ordinal) ? then : page);
    }

    /// <summary>A command of the teacher who sent a form, without text.</summary>
    public static ChatCommand Of(HttpContext context, string name)
    {
        var member = PageFrames.MemberOf(context);
        return new ChatCommand
        {
            Name = name,
            IsFromProgram = true,
            Channel = DeskFrames.ChannelOf(context).Address,
            User = new ChatUser(member.Id, member.IsTeacher),
            Locale = CultureInfo.CurrentUICulture.Name,
            Style = CommandStyle.Slash,
        };
    }

    /// <summary>Runs the commands of one form, one after the other; the next page shows all results.</summary>
    public async Task RunAsync(HttpContext context, IReadOnlyList<ChatCommand> commands)
    {
        var member = PageFrames.MemberOf(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (commands.Count == 0 || !notes.IsNew(member, form["once"].ToString()))
        {
            return;
        }

        var replies = new List<ChatReply>();
        foreach (var command in commands)
        {
            replies.Add(desk.Seminar is { } seminar ? await seminar.HandleAsync(command, context.RequestAborted) : NotYet);
        }

        var worst = replies.Find(reply => reply.Status == ReplyStatus.Error) ?? replies[0];
        notes.Leave(member, DeskFrames.ChannelOf(context), worst with { Blocks = [.. replies.SelectMany(reply => reply.Blocks)] });
    }

    // The fields “text”, in order, are the text of the command; a range of days follows.
    private static ChatCommand CommandOf(IFormCollection form, ChatCommand command)
    {
        var (from, to) = (form["from"].ToString(), form["to"].ToString());
        var words = form["text"].Append(from.Length + to.Length > 0 ? $"{from}..{to}" : "");
        return command with
        {
            Text = string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word))),
            Options = form.Where(field => field.Key.StartsWith(OptionPrefix, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[OptionPrefix.Length..], field => field.Value.ToString()),
        };
    }
}
