using Bot.Evaluation.Files;

namespace Bot.Evaluation.Overheard;

/// <summary>A message that people who talk in a channel post, and that wants no answer of the bot.</summary>
/// <param name="Kind">What it is: <c>organisation</c>, <c>small talk</c>, <c>rhetorical</c> or <c>said</c>, which is no question.</param>
/// <param name="Text">Its words.</param>
/// <param name="File">The text that it is about; empty if it is about none.</param>
internal sealed record OverheardMessage(string Kind, string Text, string File)
{
    /// <summary>Reads a file of them.</summary>
    public static IReadOnlyList<OverheardMessage> ReadFile(string path) =>
        [.. JsonLines.Read(path, json => new OverheardMessage(json.Text("kind"), json.Text("text"), json.OptionalText("reading") ?? ""))];
}
