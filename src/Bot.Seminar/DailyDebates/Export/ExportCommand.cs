namespace Bot.Seminar.DailyDebates.Export;

/// <summary>Exports a channel's debates with their results.</summary>
internal sealed class ExportCommand(DebateResults results) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate export", "Gives you this channel's debates, as a Markdown or CSV file.")
    {
        Options = [new OptionInfo("format", "The format.") { Choices = ["markdown", "csv"] }],
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
            ? ChatReply.Answer(new TextBlock(ExportTexts.None))
            : ChatReply.Answer(
                new TextBlock(Describe(debates[0].Date, debates[^1].Date)),
                request.Option("format") == "csv" ? DebateFiles.WriteCsv(debates) : DebateFiles.WriteMarkdown(debates));
    }

    private static string Describe(string first, string last) => first == last ? ExportTexts.FormatOfOneDay(first) : ExportTexts.FormatOfDays(first, last);
}
