namespace Bot.Chat.Delivery;

/// <summary>The texts of adapters, the same on each platform, in the current language.</summary>
public static class AdapterReplies
{
    /// <summary>The label of the button that shares a private reply with the channel.</summary>
    public static string Share => AdapterTexts.Share;

    /// <summary>The label of the button that opens the place of a quote.</summary>
    public static string ShowInReading => AdapterTexts.ShowInReading;

    /// <summary>Too many commands wait.</summary>
    public static ChatReply Busy => Say(AdapterTexts.Busy);

    /// <summary>A button of another version of the program, or of readings that have changed.</summary>
    public static ChatReply OldButton => Say(AdapterTexts.OldButton);

    /// <summary>The command took so long that the platform no longer accepts its reply.</summary>
    public static ChatReply TooLate => Say(AdapterTexts.TooLate);

    /// <summary>The command failed unexpectedly.</summary>
    public static ChatReply Failed => Say(AdapterTexts.Failed);

    /// <summary>The reply is private, but the platform would show it to everyone.</summary>
    public static ChatReply OnlyPrivately => Say(AdapterTexts.OnlyPrivately);

    /// <summary>The command needs a channel that the bot is in.</summary>
    public static ChatReply NeedsChannel => Say(AdapterTexts.NeedsChannel);

    /// <summary>The command needs the files of a message, but it has none.</summary>
    public static ChatReply NoFile => Say(AdapterTexts.NoFile);

    /// <summary>The end of a reply that needs more messages than one command can send.</summary>
    public static TextBlock Shortened => new(AdapterTexts.Shortened);

    /// <summary>The line above a private reply that a member has shared with the channel.</summary>
    /// <param name="who">The member, as the platform writes one.</param>
    public static string SaySharedBy(string who) => AdapterTexts.FormatSharedBy(who);

    /// <summary>The text instead of a file that is shared beside the reply.</summary>
    public static string SayFileHere(string name) => AdapterTexts.FormatFileHere(name);

    /// <summary>The text instead of a file that is sent by direct message.</summary>
    public static string SayFileInDirectMessages(string name) => AdapterTexts.FormatFileInDirectMessages(name);

    /// <summary>A private reply could not be shared with the channel.</summary>
    /// <param name="problem">Why, and how to fix it, in whole sentences.</param>
    public static ChatReply SayNotShared(string problem) => Say(AdapterTexts.FormatNotShared(problem));

    private static ChatReply Say(string words) => ChatReply.Error(words) with { Visibility = ReplyVisibility.Private };
}
