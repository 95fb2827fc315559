namespace Bot.Chat.Delivery;

/// <summary>What adapters say for themselves, in the same words on each platform.</summary>
public static class AdapterReplies
{
    /// <summary>On the button that shows a private reply to the channel.</summary>
    public const string Share = "Share with channel";

    /// <summary>On the button that opens the place of a quote.</summary>
    public const string ShowInReading = "Show in the reading";

    /// <summary>Too many commands wait.</summary>
    public static ChatReply Busy { get; } = Say("Too many questions at once: I have to catch up first. Please ask again in a minute.");

    /// <summary>A button of another version of the program, or of readings that have changed.</summary>
    public static ChatReply OldButton { get; } = Say("That button is old: the readings or I have changed since. Please ask again.");

    /// <summary>The command took so long that the platform no longer takes the reply to it.</summary>
    public static ChatReply TooLate { get; } = Say("That took too long, and the answer could not be delivered. Please ask again.");

    /// <summary>The command failed unexpectedly.</summary>
    public static ChatReply Failed { get; } = Say("Something went wrong on my side while I worked on that; it is in the log. Please try again.");

    /// <summary>A reply for one member alone, where the platform would show it to everyone.</summary>
    public static ChatReply OnlyPrivately { get; } = Say("That answer is for you alone, and everyone would see it here. Please use the command itself.");

    /// <summary>A command about a channel, where the bot is in none.</summary>
    public static ChatReply NeedsChannel { get; } = Say("That is about a channel of a server that I am a member of, and this is none. Please use it there.");

    /// <summary>A command on the files of a message, where the message has none.</summary>
    public static ChatReply NoFile { get; } = Say("That message has no file that I can read.");

    /// <summary>The end of a reply that takes more messages than one command may send.</summary>
    public static TextBlock Shortened { get; } = new("That is not all of it: the rest is too long for this channel. Ask for less at once to read it.");

    /// <summary>Above a private reply that a member has shown to the channel.</summary>
    /// <param name="who">The member, as the platform writes one.</param>
    public static string SharedBy(string who) => $"Shared by {who}.";

    /// <summary>In the place of a file that is shared beside the reply.</summary>
    public static string FileHere(string name) => $"{name} comes as a file.";

    /// <summary>In the place of a file that the member alone may see.</summary>
    public static string FileInDirectMessages(string name) => $"{name} is in your direct messages with me.";

    /// <summary>A private reply could not be shown to the channel.</summary>
    /// <param name="problem">Why, and how to fix it, in whole sentences.</param>
    public static ChatReply NotShared(string problem) => Say($"{problem} To try again, ask once more and share that answer.");

    private static ChatReply Say(string words) => ChatReply.Error(words) with { Visibility = ReplyVisibility.Private };
}
