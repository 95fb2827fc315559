using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.DailyDebates.Export;

/// <summary>Gives a teacher a channel's debates, with their results.</summary>
internal sealed class ExportCommand(DebateResults results) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate export", "Gives you this channel's debates, as a Markdown or CSV file.")
    {
        Options = [new OptionInfo("format", "The form.") { Choices = ["markdown", "csv"] }],
        Examples = ["debate export", "debate export format:csv"],
        Details = "Every debate, the oldest first. Numbers below three are not given.",
        ForTeachers = true,
        IsPersonal = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var debates = await results.OfAsync(request.Command.Channel, cancellationToken);
        return debates.Count == 0
            ? ChatReply.Answer(new TextBlock("There has been no debate in this channel yet."))
            : ChatReply.Answer(
                new TextBlock($"The debates of this channel {Span(debates[0].Date, debates[^1].Date)}, the oldest first. Numbers below three are not given."),
                request.Option("format") == "csv" ? DebateFiles.Csv(debates) : DebateFiles.Markdown(debates));
    }

    private static string Span(string first, string last) => first == last ? $"on {first}" : $"from {first} to {last}";
}
