using Bot.Chat;
using Bot.Web.Channels;
using Bot.Web.Members;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>
/// Runs the command of a form, as if the teacher had typed it in the channel, so that the same rules hold. The page that follows says what came
/// of it.
/// </summary>
internal sealed class DeskCommands(ChannelDesk desk, DeskNotes notes)
{
    private const string OptionPrefix = "option.";

    private static readonly ChatReply NotYet = ChatReply.Error("The program is still starting. Please send that again in a moment.");

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/run", RunAsync);

    private async Task<IResult> RunAsync(HttpContext context, string channel)
    {
        var member = PageFrames.MemberOf(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (notes.IsNew(member, form["once"].ToString()))
        {
            var command = CommandOf(form, DeskFrames.Address(channel), member);
            notes.Leave(member, channel, desk.Seminar is { } seminar ? await seminar.HandleAsync(command, context.RequestAborted) : NotYet);
        }

        var then = form["then"].ToString();
        return Results.LocalRedirect(then.StartsWith(PageAddresses.Desk(channel), StringComparison.Ordinal) ? then : PageAddresses.Desk(channel));
    }

    // The fields “text” are the words of the command in their order; a range of days follows them as it is typed.
    private static ChatCommand CommandOf(IFormCollection form, ChannelAddress channel, Member member)
    {
        var (from, to) = (form["from"].ToString(), form["to"].ToString());
        var words = form["text"].Append(from.Length + to.Length > 0 ? $"{from}..{to}" : "");
        return new ChatCommand
        {
            Name = form["command"].ToString(),
            IsFromProgram = true,
            Text = string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word))),
            Options = form.Where(field => field.Key.StartsWith(OptionPrefix, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[OptionPrefix.Length..], field => field.Value.ToString()),
            Channel = channel,
            User = new ChatUser(member.Id, member.IsTeacher),
            Style = CommandStyle.Slash,
        };
    }
}
