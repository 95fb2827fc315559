using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests;

/// <summary>Runs a command as the router does, and checks the rules for all replies.</summary>
internal static class CommandRunner
{
    /// <summary>Runs a command on the readings of a shelf.</summary>
    public static Task<ChatReply> RunAsync(
        ISeminarCommand command, Shelf shelf, string text, params (string Name, string Value)[] options) =>
        RunAsync(command, shelf, TimeBudget.Endless, text, options);

    /// <summary>Runs a command with limited time, with the router's remarks on its reply.</summary>
    public static async Task<ChatReply> RunAsync(
        ISeminarCommand command, Shelf shelf, TimeBudget budget, string text, params (string Name, string Value)[] options)
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
        var request = new CommandRequest(chat, text, values, shelf.Current) { Budget = budget };
        var reply = CutShort.Tell(await command.RunAsync(request, CancellationToken.None), budget);
        Assert.NotEmpty(reply.Blocks);
        Verbatim.Check(reply, shelf.Current.Readings);
        return reply;
    }
}
