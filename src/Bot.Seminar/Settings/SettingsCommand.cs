using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Seminar.Channels;

namespace Bot.Seminar.Settings;

/// <summary>Shows and changes a channel's settings.</summary>
internal sealed class SettingsCommand(ChannelSettings settings, IEnumerable<IChannelListener> listeners) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("settings", "Shows or changes this channel's settings.")
    {
        Options =
        [
            new OptionInfo(ChannelSettings.Replies, "Who sees replies here by default.") { Choices = ["usual", "private", "channel"] },
            new OptionInfo(ChannelSettings.Recap, "Whether the bot may read messages here to sum up a debate.") { Choices = ["off", "on"] },
            new OptionInfo(ChannelSettings.Notes, "Whether a line here says that a debate was not posted.") { Choices = ["on", "off"] },
            new OptionInfo(ChannelSettings.Answers, "Whether questions here are answered without a command.")
            {
                Choices = ["asked", ChannelSettings.Here],
            },
            new OptionInfo(ChannelSettings.Language, "The language of my replies here; auto means each member's own.")
            {
                Choices = [ChannelSettings.Auto, .. ReplyLanguages.Names],
            },
            new OptionInfo(ChannelSettings.Reasons, "Whether reasons and unanswered questions are stored here, without names.") { Choices = ["off", "on"] },
        ],
        FormTitle = "Settings of this channel",
        Examples = ["settings", "settings replies:channel", "settings recap:on", "settings answers:here", "settings language:de", "settings notes:off"],
        Details = "With replies:usual each command decides. With recap:on the bot may read the messages of a debate's thread when its vote closes, "
            + "and when a member asks for a recap; they are not stored. With answers:here the bot reads each message in this channel, "
            + "answers the questions that the readings surely answer, and ignores the others; it is meant for a separate channel. "
            + "With notes:off the channel gets no line when a debate was not posted; debate list says it, "
            + "and debate notify tells teachers who asked. With language:auto each member is answered in the language of their platform account, if it is "
            + "known, and the bot’s own posts are in English; quotes are not translated. With reasons:on members can give reasons with feedback why, "
            + "and questions that the readings do not answer are stored too, except from direct messages; teachers see both with feedback, without names.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var isListening = request.Option(ChannelSettings.Answers) == ChannelSettings.Here;
        var listener = listeners.FirstOrDefault(listener => listener.Platform == request.Command.Channel.Platform);
        if (isListening && (listener is null ? SettingsTexts.HearsOnlyWhatIsPut : listener.Obstacle) is { } obstacle)
        {
            return ChatReply.Error(obstacle);
        }

        foreach (var (name, value) in request.Options)
        {
            await settings.SetAsync(request.Command.Channel, name, value, cancellationToken);
        }

        var now = await settings.OfAsync(request.Command.Channel, cancellationToken);
        var values = Info.Options.Select(option => (option.Name, Value: now.GetValueOrDefault(option.Name, option.Choices[0]))).ToList();
        ReplyBlock[] list = [new ListBlock([.. values.Select(option => $"{option.Name}: {option.Value}")])];
        ReplyBlock[] note = isListening && listener is not null ? [new TextBlock($"{SettingsTexts.Listening} {listener.Needs}")] : [];

        // On platforms without forms the reply shows the command to type instead of a button.
        var present = string.Join(' ', values.Select(option => $"{option.Name}:{option.Value}"));
        ReplyBlock[] change = request.Command.Style == CommandStyle.SlashFields
            ? [new ChoicesBlock([new Choice(SettingsTexts.Change, Info.Name, present) { OpensForm = true }])]
            : [];
        return ChatReply.Answer([.. list, .. note, .. change]);
    }
}
