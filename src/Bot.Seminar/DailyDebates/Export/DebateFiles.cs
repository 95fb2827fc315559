using System.Globalization;
using Bot.Chat.Languages;
using Bot.Seminar.DailyDebates.Voting;

namespace Bot.Seminar.DailyDebates.Export;

/// <summary>Writes debates with their results as files, in English.</summary>
public static class DebateFiles
{
    private const string Columns = "date,motion,reading,place,outcome,for_first,against_first,undecided_first,for_last,against_last,undecided_last,link";

    /// <summary>A table of debates, one per line (RFC 4180). A number below three is an empty cell.</summary>
    public static FileBlock WriteCsv(IReadOnlyList<DebateResult> debates) =>
        new("debates.csv", FileBlock.Table, string.Join('\n', debates.Select(WriteLine).Prepend(Columns)));

    /// <summary>Debates as Markdown, each with a heading.</summary>
    public static FileBlock WriteMarkdown(IReadOnlyList<DebateResult> debates) =>
        new("debates.md", "text/markdown", Wording.SayIn(ReplyLanguages.English, () => string.Join('\n', debates.SelectMany(WriteParagraphs)).TrimEnd()));

    private static string WriteLine(DebateResult debate) => CsvLine.Of(
    [
        debate.Date,
        debate.Motion,
        debate.Reading,
        debate.Place,
        debate.Outcome,
        .. WriteNumbers(debate.Votes?.First),
        .. WriteNumbers(debate.Votes?.Last),
        debate.Link,
    ]);

    private static IEnumerable<string> WriteNumbers(ShownTally? tally) => tally is null
        ? Tally.Stances.Select(_ => "")
        : tally.Stances.Select(stance => stance.Voters?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static IEnumerable<string> WriteParagraphs(DebateResult debate)
    {
        if (debate.Outcome != "posted")
        {
            return [$"## {debate.Date}: no debate", ""];
        }

        var place = debate.Place.Length > 0 ? [$"From {debate.Reading}, {debate.Place}"] : Array.Empty<string>();
        var results = debate.Votes is { } votes
            ? [$"At first: {votes.First.Words}", $"At the end: {votes.Last.Words}"]
            : new[] { debate.IsClosed ? "Nobody voted." : "The vote is open." };
        return [$"## {debate.Date}", "", debate.Motion, "", .. place.Concat(results).Select(line => $"- {line}"), ""];
    }
}
