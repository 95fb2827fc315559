using Bot.Discord.Protocol;

namespace Bot.Discord.Forms;

/// <summary>A field of a form with its label (components/reference, “Label”).</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Description">What belongs into it.</param>
/// <param name="Component">Where it is filled in: one of the inputs below.</param>
internal sealed record FormField(string Label, string Description, object Component)
{
    /// <summary>What Discord calls a label.</summary>
    public int Type { get; } = 18;
}

/// <summary>An input of text.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Required">Whether something must stand in it.</param>
internal sealed record TextInput(string CustomId, bool Required)
{
    private const int OneLine = 1;
    private const int Paragraph = 2;

    /// <summary>What Discord calls an input of text.</summary>
    public int Type { get; } = 4;

    /// <summary>One line, or several.</summary>
    public int Style { get; init; } = OneLine;

    /// <summary>How much it takes.</summary>
    public int MaxLength { get; } = DiscordLimits.FormText;

    /// <summary>What stands in it at first; null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The same input with several lines.</summary>
    public TextInput Long() => this with { Style = Paragraph };
}

/// <summary>A place for files (components/reference, “File Upload”).</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="MaxValues">How many it takes, from 1 to 10.</param>
internal sealed record FileUpload(string CustomId, int MaxValues)
{
    /// <summary>What Discord calls a place for files.</summary>
    public int Type { get; } = 19;

    /// <summary>It can stay empty.</summary>
    public int MinValues { get; }

    /// <summary>The same in another word.</summary>
    public bool Required { get; }
}

/// <summary>A value that can be chosen.</summary>
/// <param name="Value">What comes back.</param>
/// <param name="Label">What is shown.</param>
internal sealed record FormOption(string Value, string Label)
{
    /// <summary>What it means; null for nothing more.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is chosen at first; null for no.</summary>
    public bool? Default { get; init; }
}

/// <summary>A list to choose one value from, all of them in view.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Options">From two to ten values.</param>
/// <param name="Required">Whether one must be chosen.</param>
internal sealed record RadioGroup(string CustomId, IReadOnlyList<FormOption> Options, bool Required)
{
    /// <summary>What Discord calls a group of radio buttons.</summary>
    public int Type { get; } = 21;
}

/// <summary>Values to tick, all of them in view.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Options">From one to ten values.</param>
/// <param name="MinValues">How many must be ticked.</param>
internal sealed record CheckboxGroup(string CustomId, IReadOnlyList<FormOption> Options, int MinValues)
{
    /// <summary>What Discord calls a group of boxes to tick.</summary>
    public int Type { get; } = 22;

    /// <summary>Whether something must be ticked.</summary>
    public bool Required => MinValues > 0;
}

/// <summary>A menu to choose values from.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Options">From one to 25 values.</param>
/// <param name="MinValues">How many must be chosen.</param>
/// <param name="MaxValues">How many can be.</param>
internal sealed record SelectMenu(string CustomId, IReadOnlyList<FormOption> Options, int MinValues, int MaxValues)
{
    /// <summary>What Discord calls a menu of given values.</summary>
    public int Type { get; } = 3;

    /// <summary>Whether something must be chosen.</summary>
    public bool Required => MinValues > 0;
}

/// <summary>A menu of the server's channels, to choose one.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="ChannelTypes">The kinds of channels in it.</param>
/// <param name="DefaultValues">The channel that is chosen at first; null for none.</param>
internal sealed record ChannelMenu(string CustomId, IReadOnlyList<int> ChannelTypes, IReadOnlyList<DefaultChannel>? DefaultValues)
{
    /// <summary>What Discord calls a menu of channels.</summary>
    public int Type { get; } = 8;

    /// <summary>One must be chosen.</summary>
    public bool Required { get; } = true;
}

/// <summary>A channel that is chosen at first.</summary>
/// <param name="Id">Its id.</param>
internal sealed record DefaultChannel(string Id)
{
    /// <summary>What Discord calls it in a menu that fills itself.</summary>
    public string Type { get; } = "channel";
}
