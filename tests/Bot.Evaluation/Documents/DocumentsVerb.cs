using System.CommandLine;

namespace Bot.Evaluation.Documents;

/// <summary><c>documents DIR</c>: how files as people have them become readings.</summary>
internal static class DocumentsVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of files, including PDF files." };
        var command = new Command("documents", "The conversion of PDF files, laws and books to readings: order, glued words, headers and footers, sections.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await DocumentsReport.RunAsync(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output, cancellationToken);
            return 0;
        });
        return command;
    }
}
