using Bot.Chat.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Show;

/// <summary>Builds the reply that shows an article of a law or a part of it, or a numbered paragraph of a judgment.</summary>
internal static class ShowProvision
{
    /// <summary>Builds the reply.</summary>
    /// <param name="reading">The law or judgment.</param>
    /// <param name="provision">The address.</param>
    /// <param name="paragraphs">Its paragraphs; at least one.</param>
    /// <param name="page">Which page of a long one; null for the first.</param>
    public static ChatReply Of(Reading reading, string provision, IReadOnlyList<Paragraph> paragraphs, int? page)
    {
        var shown = ShowPage.Of([.. paragraphs.SelectMany(paragraph => WholeParagraph.Quote(reading, paragraph))], _ => true, page);
        var subject = paragraphs[0].Section is { } section && !provision.StartsWith('[') ? $" ({Wording.Quote(section)})" : "";
        var choices = new List<Choice>();
        if (shown.Number < shown.Count)
        {
            choices.Add(new Choice(ShowTexts.FormatMore(provision), "show", $"{provision} page:{shown.Number + 1} reading:{reading.Id}"));
        }

        choices.Add(new Choice(ShowTexts.FormatWhatStandsAround($"¶{paragraphs[0].Number}"), "show", $"¶{paragraphs[0].Number} reading:{reading.Id}"));
        var heading = ShowTexts.FormatHeading(provision, reading.Title);
        return ChatReply.Answer([new HeadingBlock($"{heading}{subject}{shown.Remark}"), .. shown.Quotes, new ChoicesBlock(choices)]);
    }
}
