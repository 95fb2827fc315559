using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Tests.Terminal;

public sealed class CommandCompleterTests(Seminar seminar) : IClassFixture<Seminar>
{
    private static readonly ChannelAddress Console = new("console", "", "console");

    [Theory]
    [InlineData("sh", "show ")]
    [InlineData("/sh", "/show ")]
    [InlineData("  sh", "show ")]
    [InlineData("summary le", "length:")]
    [InlineData("summary length:s", "short ")]
    [InlineData("show reading:case-for-p", "case-for-pressure ")]
    [InlineData("show ¶2 READING:what-s", "what-sanctions-did ")]
    [InlineData("show europ", "europes-own-interest ")]
    [InlineData("readings europ", "europes-own-interest ")]
    [InlineData("help su", "summary ")]
    [InlineData("unknown s", "")]
    [InlineData("show nothing-of-the-kind", "")]
    public void TheWordAtTheCursorBecomesWhatFits(string line, string completed) =>
        Assert.Equal(completed, string.Join('|', Complete(line).Candidates));

    [Fact]
    public void CandidatesShareTheirBeginning()
    {
        var completion = Complete("show reading:case");

        Assert.Equal(["case-for-engagement ", "case-for-pressure "], completion.Candidates);
        Assert.Equal("case-for-", completion.CommonStart);
        Assert.Equal("show reading:".Length, completion.Start);
    }

    [Fact]
    public void TheTextAfterTheCursorDoesNotMatter() =>
        Assert.Equal(["show "], new CommandCompleter(seminar.Router, Console).Complete("sh summary", 2).Candidates);

    private Completion Complete(string line) => new CommandCompleter(seminar.Router, Console).Complete(line, line.Length);
}
