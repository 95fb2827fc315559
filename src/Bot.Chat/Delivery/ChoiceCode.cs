namespace Bot.Chat.Delivery;

/// <summary>
/// A choice as the hidden text of a button. It contains all that is needed to run the command, so a button works after a restart
/// and on another replica.
/// </summary>
/// <param name="Command">The command that it runs.</param>
/// <param name="Text">That command's text.</param>
/// <param name="Stamp">The stamp of the choice; can be empty.</param>
public sealed record ChoiceCode(string Command, string Text, string Stamp)
{
    // Another format of the code gets another version, so that the program recognises an old button.
    private const string Version = "1";
    private const char Separator = '|';

    /// <summary>The code of a choice; null if it is too long for a button, so that the choice must be written as text.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="most">The maximum length of a button's code.</param>
    public static string? Encode(Choice choice, int most)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var code = string.Join(Separator, Version, choice.Stamp, choice.Command, choice.Text);
        return code.Length <= most ? code : null;
    }

    /// <summary>The choice of a code; null if it is not a code of this version of the program.</summary>
    public static ChoiceCode? Decode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var parts = code.Split(Separator, 4);
        return parts is [Version, var stamp, { Length: > 0 } command, var text] ? new ChoiceCode(command, text, stamp) : null;
    }
}
