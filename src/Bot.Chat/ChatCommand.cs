namespace Bot.Chat;

/// <summary>One request of a member, in the same shape whichever platform it came from.</summary>
public sealed record ChatCommand
{
    /// <summary>The command's name in the catalogue, without a slash: <c>ask</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What stands after the name. May hold options in text form, such as <c>reading:case-for-pressure</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Options that the platform delivers apart from the text; a name given here wins over the same name in the text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the request came from and where the reply goes.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>Who asks.</summary>
    public required ChatUser User { get; init; }
}
