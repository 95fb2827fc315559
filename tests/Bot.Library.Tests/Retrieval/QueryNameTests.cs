using Bot.Library.Retrieval;

namespace Bot.Library.Tests.Retrieval;

public sealed class QueryNameTests
{
    [Theory]
    [InlineData("Did Karin Lessing build the canal in 1960?", "Karin Lessing, 1960")]
    [InlineData("Karin Lessing built what?", "Karin Lessing")]
    [InlineData("What did Alexis de Tocqueville, John F. Kennedy and Jean-Jacques Rousseau think of Zug?", "Alexis de Tocqueville, John F. Kennedy, Jean-Jacques Rousseau, Zug")]
    [InlineData("In March 1917 Lenin came back.", "March, 1917, Lenin")]
    [InlineData("Is Mill’s view the view of Mill?", "Mill")]
    [InlineData("I read Mill. Explain his view.", "Mill")]
    [InlineData("What does Resolution 1718 say?", "Resolution, 1718")]
    [InlineData("Is GPT-4 larger than GPT-3?", "GPT-4, GPT-3")]
    [InlineData("What of Post-1945 Europe?", "Post, 1945, Europe")]
    public void NamesAreWordsWithCapitalsAndLongNumbers(string query, string names) =>
        Assert.Equal(names, string.Join(", ", QueryName.FindAll(query).Select(name => name.Text)));

    [Theory]
    [InlineData("")]
    [InlineData("Why did it fail?")]
    [InlineData("Give 3 reasons in 50 words.")]
    [InlineData("Liberty is what?")]
    [InlineData("“Liberty is power” – does he say so?")]
    [InlineData("WHO SOLD THE CANAL TO ZUG?")]
    [InlineData("Does Foreign Aid Really Help Poor Countries?")]
    [InlineData("Welche Rolle spielt die Kommission?")]
    [InlineData("Was sagt der Autor über die Freiheit?")]
    public void OtherTextsHaveNone(string query) => Assert.Empty(QueryName.FindAll(query));
}
