using Bot.Library.Readings;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings;

public sealed class ListLeadTests
{
    private static readonly Reading Rules = Read.Markdown(
        """
        # Rules for Papers

        These rules are for all. **Prohibited**:

        - Sharing a written paper
        - Buying a paper

        **Permitted**:

        1. **Talking**:
           - About subjects
           - About sources
        2. Reading together

        A paper is yours if you wrote it.

        - No list of mine
        """);

    [Theory]
    [InlineData("Sharing a written paper", "Prohibited:")]
    [InlineData("Buying a paper", "Prohibited:")]
    [InlineData("1. Talking:", "Permitted:")]
    [InlineData("About sources", "1. Talking:")]
    [InlineData("2. Reading together", "Permitted:")]
    [InlineData("No list of mine", null)]
    [InlineData("A paper is yours if you wrote it.", null)]
    public void AnItemHasTheWordsThatIntroduceItsList(string item, string? lead) =>
        Assert.Equal(lead, ListLead.Of(Rules, Assert.Single(Rules.Paragraphs, paragraph => paragraph.Text == item)));

    [Fact]
    public void OnlyTheSentenceAboveAListIsALead()
    {
        Assert.True(ListLead.IsLead(Rules, Rules.Paragraphs[0], 2));
        Assert.False(ListLead.IsLead(Rules, Rules.Paragraphs[0], 1));
        Assert.False(ListLead.IsLead(Rules, Rules.Paragraphs[1], 1));
    }
}
