namespace Bot.Chat;

/// <summary>A platform's limits. Lengths are in the unit in which the platform counts.</summary>
public sealed record Limits
{
    /// <summary>The maximum length of a message.</summary>
    public required int MessageLength { get; init; }

    /// <summary>The maximum number of messages per reply; a longer reply ends with a note on how to read the rest.</summary>
    public required int MessagesPerReply { get; init; }

    /// <summary>The maximum number of choices below a message.</summary>
    public required int Choices { get; init; }

    /// <summary>The maximum length of a choice's label.</summary>
    public required int ChoiceLabel { get; init; }

    /// <summary>The maximum length of a choice's hidden code.</summary>
    public required int ChoiceState { get; init; }

    /// <summary>The maximum number of suggestions while a value is typed; 0 if there are none.</summary>
    public int Suggestions { get; init; }

    /// <summary>How soon the platform needs an acknowledgement of an event.</summary>
    public required TimeSpan Acknowledge { get; init; }

    /// <summary>For how long after the event a reply can be sent.</summary>
    public required TimeSpan Reply { get; init; }
}
