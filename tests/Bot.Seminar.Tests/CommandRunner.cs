using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests;

/// <summary>Runs a command as the router does, and checks what every reply must keep.</summary>
internal static class CommandRunner
{
    /// <summary>Runs a command on some readings.</summary>
    public static Task<ChatReply> RunAsync(
        ISeminarCommand command, IReadOnlyList<Reading> readings, string text, params (string Name, string Value)[] options) =>
        RunAsync(command, readings, TimeBudget.Endless, text, options);

    /// <summary>Runs a command that has only so much time, and says of its reply what the router says.</summary>
    public static async Task<ChatReply> RunAsync(
        ISeminarCommand command, IReadOnlyList<Reading> readings, TimeBudget budget, string text, params (string Name, string Value)[] options)
    {
        var values = options.ToDictionary(option => option.Name, option => option.Value);
        var chat = new ChatCommand
        {
            Name = command.Info.Name,
            Text = text,
            Options = values,
            Channel = new ChannelAddress("test", "", "room"),
            User = new ChatUser("member"),
        };
        var request = new CommandRequest(chat, text, values) { Budget = budget };
        var reply = CutShort.Tell(await command.RunAsync(request, CancellationToken.None), budget);
        Assert.NotEmpty(reply.Blocks);
        Verbatim.Check(reply, readings);
        return reply;
    }
}
