using System.ComponentModel.DataAnnotations;

namespace Bot.Seminar.Commands;

/// <summary>The default visibility of replies.</summary>
public enum UsualVisibility
{
    /// <summary>Each command decides: look-ups for the member who asked, debates for everyone.</summary>
    ByCommand,

    /// <summary>Only the member who asked.</summary>
    Private,

    /// <summary>Everyone in the channel.</summary>
    Channel,
}

/// <summary>Settings of all replies; section <c>Replies</c>.</summary>
public sealed class RepliesOptions
{
    /// <summary>The visibility of replies on platforms with private ones. Replies about one member stay private.</summary>
    public UsualVisibility Visibility { get; set; } = UsualVisibility.ByCommand;

    /// <summary>How long a command searches the readings before it answers with what it has found; 100 ms to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Replies:LongestLook must be between 00:00:00.1 and 00:01:00.")]
    public TimeSpan LongestLook { get; set; } = TimeSpan.FromSeconds(2);

    internal ReplyVisibility Of(CommandInfo command) => Visibility switch
    {
        UsualVisibility.Private => ReplyVisibility.Private,
        UsualVisibility.Channel => ReplyVisibility.Channel,
        _ => command.Visibility,
    };
}
