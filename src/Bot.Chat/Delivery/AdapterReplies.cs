namespace Bot.Chat.Delivery;

/// <summary>What adapters say for themselves, in the same words on each platform and in the language of the moment.</summary>
public static class AdapterReplies
{
    /// <summary>On the button that shows a private reply to the channel.</summary>
    public static string Share => AdapterTexts.Share;

    /// <summary>On the button that opens the place of a quote.</summary>
    public static string ShowInReading => AdapterTexts.ShowInReading;

    /// <summary>Too many commands wait.</summary>
    public static ChatReply Busy => Say(AdapterTexts.Busy);

    /// <summary>A button of another version of the program, or of readings that have changed.</summary>
    public static ChatReply OldButton => Say(AdapterTexts.OldButton);

    /// <summary>The command took so long that the platform no longer takes the reply to it.</summary>
    public static ChatReply TooLate => Say(AdapterTexts.TooLate);

    /// <summary>The command failed unexpectedly.</summary>
    public static ChatReply Failed => Say(AdapterTexts.Failed);

    /// <summary>A reply for one member alone, where the platform would show it to everyone.</summary>
    public static ChatReply OnlyPrivately => Say(AdapterTexts.OnlyPrivately);

    /// <summary>A command about a channel, where the bot is in none.</summary>
    public static ChatReply NeedsChannel => Say(AdapterTexts.NeedsChannel);

    /// <summary>A command on the files of a message, where the message has none.</summary>
    public static ChatReply NoFile => Say(AdapterTexts.NoFile);

    /// <summary>The end of a reply that takes more messages than one command may send.</summary>
    public static TextBlock Shortened => new(AdapterTexts.Shortened);

    /// <summary>Above a private reply that a member has shown to the channel.</summary>
    /// <param name="who">The member, as the platform writes one.</param>
    public static string SharedBy(string who) => AdapterTexts.FormatSharedBy(who);

    /// <summary>In the place of a file that is shared beside the reply.</summary>
    public static string FileHere(string name) => AdapterTexts.FormatFileHere(name);

    /// <summary>In the place of a file that the member alone may see.</summary>
    public static string FileInDirectMessages(string name) => AdapterTexts.FormatFileInDirectMessages(name);

    /// <summary>A private reply could not be shown to the channel.</summary>
    /// <param name="problem">Why, and how to fix it, in whole sentences.</param>
    public static ChatReply NotShared(string problem) => Say(AdapterTexts.FormatNotShared(problem));

    private static ChatReply Say(string words) => ChatReply.Error(words) with { Visibility = ReplyVisibility.Private };
}
