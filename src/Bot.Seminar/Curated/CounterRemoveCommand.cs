using Bot.Chat;
using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.Seminar.Curated;

/// <summary>Takes one of a channel's own counterarguments away.</summary>
internal sealed class CounterRemoveCommand(CuratedCounters curated, Database database) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter remove", "Takes away a counterargument that a teacher added.")
    {
        Text = new OptionInfo("name", "Its name, as “counter list” gives it.") { Required = true },
        Examples = ["counter remove 1f0c9a2b"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(request.Command.Channel);
        var removed = await database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM curated_counters WHERE channel = @key AND id = @id", new { key, id = request.Text }),
            cancellationToken);
        curated.Forget(key);
        return removed == 1
            ? ChatReply.Answer(new TextBlock("It is removed."))
            : ChatReply.Error($"No counterargument of this channel is called “{request.Text}”. “counter list” gives their names.");
    }
}
