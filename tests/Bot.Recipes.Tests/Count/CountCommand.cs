using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Recipes.Tests.Count;

/// <summary>A toy command: counts the paragraphs that contain some words.</summary>
internal sealed class CountCommand : ISeminarCommand
{
    public CommandInfo Info { get; } = new("count", "Counts the paragraphs that hold some words.")
    {
        Text = new OptionInfo("words", "The words.") { Required = true },
        Options = [new OptionInfo("reading", "The only reading to count in.") { Kind = OptionKind.Reading }],
        Examples = ["count sanctions"],
    };

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var count = request.Shelf.Readings
            .Where(reading => request.Option("reading") is not { } name || reading.Id.Value == name)
            .SelectMany(reading => reading.Paragraphs)
            .Count(paragraph => paragraph.Text.Contains(request.Text, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(ChatReply.Answer(new TextBlock($"{count} paragraphs hold “{request.Text}”.")));
    }
}
