namespace Bot.Discord.Forms;

/// <summary>A field of a form with its label (components/reference, “Label”).</summary>
/// <param name="Label">The label's text.</param>
/// <param name="Description">The text below the label.</param>
/// <param name="Component">The input: one of the records below.</param>
internal sealed record FormField(string Label, string Description, object Component)
{
    /// <summary>Discord's type number of a label.</summary>
    public int Type { get; } = 18;
}

/// <summary>A text input.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Required">Whether it must be filled in.</param>
internal sealed record TextInput(string CustomId, bool Required)
{
    private const int OneLine = 1;
    private const int Paragraph = 2;

    /// <summary>Discord's type number of a text input.</summary>
    public int Type { get; } = 4;

    /// <summary>One line, or several.</summary>
    public int Style { get; init; } = OneLine;

    /// <summary>The maximum length.</summary>
    public int MaxLength { get; } = DiscordLimits.FormText;

    /// <summary>The initial value; null if there is none.</summary>
    public string? Value { get; init; }

    /// <summary>A copy with several lines.</summary>
    public TextInput MakeLong() => this with { Style = Paragraph };
}

/// <summary>An upload of files (components/reference, “File Upload”).</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="MaxValues">The maximum number of files, from 1 to 10.</param>
internal sealed record FileUpload(string CustomId, int MaxValues)
{
    /// <summary>Discord's type number of a file upload.</summary>
    public int Type { get; } = 19;

    /// <summary>The minimum number of files: 0, so it can stay empty.</summary>
    public int MinValues { get; }

    /// <summary>Not required, like <see cref="MinValues"/>.</summary>
    public bool Required { get; }
}

/// <summary>A value that can be chosen.</summary>
/// <param name="Value">The value that is sent back.</param>
/// <param name="Label">The text that is shown.</param>
internal sealed record FormOption(string Value, string Label)
{
    /// <summary>An explanation; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is preselected; null for no.</summary>
    public bool? Default { get; init; }
}

/// <summary>A group of radio buttons.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Options">From two to ten values.</param>
/// <param name="Required">Whether one must be chosen.</param>
internal sealed record RadioGroup(string CustomId, IReadOnlyList<FormOption> Options, bool Required)
{
    /// <summary>Discord's type number of a radio group.</summary>
    public int Type { get; } = 21;
}

/// <summary>A group of checkboxes.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Options">From one to ten values.</param>
/// <param name="MinValues">The minimum number of ticked boxes.</param>
internal sealed record CheckboxGroup(string CustomId, IReadOnlyList<FormOption> Options, int MinValues)
{
    /// <summary>Discord's type number of a checkbox group.</summary>
    public int Type { get; } = 22;

    /// <summary>Whether something must be ticked.</summary>
    public bool Required => MinValues > 0;
}

/// <summary>A select menu.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="Options">From one to 25 values.</param>
/// <param name="MinValues">The minimum number of choices.</param>
/// <param name="MaxValues">The maximum number of choices.</param>
internal sealed record SelectMenu(string CustomId, IReadOnlyList<FormOption> Options, int MinValues, int MaxValues)
{
    /// <summary>Discord's type number of a string select.</summary>
    public int Type { get; } = 3;

    /// <summary>Whether something must be chosen.</summary>
    public bool Required => MinValues > 0;
}

/// <summary>A select menu of the server's channels, for one channel.</summary>
/// <param name="CustomId">Its name.</param>
/// <param name="ChannelTypes">The kinds of channels in it.</param>
/// <param name="DefaultValues">The preselected channel; null if there is none.</param>
internal sealed record ChannelMenu(string CustomId, IReadOnlyList<int> ChannelTypes, IReadOnlyList<DefaultChannel>? DefaultValues)
{
    /// <summary>Discord's type number of a channel select.</summary>
    public int Type { get; } = 8;

    /// <summary>A channel must be chosen.</summary>
    public bool Required { get; } = true;
}

/// <summary>A preselected channel.</summary>
/// <param name="Id">Its id.</param>
internal sealed record DefaultChannel(string Id)
{
    /// <summary>Discord's type of the default value.</summary>
    public string Type { get; } = "channel";
}
