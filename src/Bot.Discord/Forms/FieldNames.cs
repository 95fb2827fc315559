namespace Bot.Discord.Forms;

/// <summary>The names of the fields of a form.</summary>
internal static class FieldNames
{
    /// <summary>The command's text.</summary>
    public const string Text = "text";

    /// <summary>The files that replace the text.</summary>
    public const string Files = "files";

    /// <summary>The channel that the command is for.</summary>
    public const string Channel = "channel";

    /// <summary>The options that are on.</summary>
    public const string Switches = "switches";

    /// <summary>A part of the command's text.</summary>
    /// <param name="number">Its number, from 0.</param>
    public static string Part(int number) => $"text.{number}";

    /// <summary>An option of the command.</summary>
    public static string Option(string name) => $"option.{name}";
}
