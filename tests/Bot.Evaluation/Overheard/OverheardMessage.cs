using Bot.Evaluation.Files;

namespace Bot.Evaluation.Overheard;

/// <summary>A channel message that needs no answer from the bot.</summary>
/// <param name="Kind">Its kind: <c>organisation</c>, <c>small talk</c>, <c>rhetorical</c> or <c>said</c> (not a question).</param>
/// <param name="Text">Its text.</param>
/// <param name="File">The file of the text that it is about; empty for none.</param>
internal sealed record OverheardMessage(string Kind, string Text, string File)
{
    /// <summary>Reads a file of messages.</summary>
    public static IReadOnlyList<OverheardMessage> ReadFile(string path) =>
        [.. JsonLines.Read(path, json => new OverheardMessage(json.Text("kind"), json.Text("text"), json.OptionalText("reading") ?? ""))];
}
