using Bot.Chat;

namespace Bot.Seminar.Commands;

/// <summary>Who sees a reply where nobody chose.</summary>
public enum UsualVisibility
{
    /// <summary>Each command decides: look-ups are for whoever asked, debates for everyone.</summary>
    ByCommand,

    /// <summary>Whoever asked, alone.</summary>
    Private,

    /// <summary>Everyone in the channel.</summary>
    Channel,
}

/// <summary>Settings of all replies; section <c>Replies</c>.</summary>
public sealed class RepliesOptions
{
    /// <summary>Who sees replies on platforms that know private ones. What concerns one member alone stays private.</summary>
    public UsualVisibility Visibility { get; set; } = UsualVisibility.ByCommand;

    internal ReplyVisibility Of(CommandInfo command) => Visibility switch
    {
        UsualVisibility.Private => ReplyVisibility.Private,
        UsualVisibility.Channel => ReplyVisibility.Channel,
        _ => command.Visibility,
    };
}
