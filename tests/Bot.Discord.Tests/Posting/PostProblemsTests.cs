using System.Net;
using Bot.Chat.Languages;
using Bot.Discord.Posting;
using Bot.Discord.Rest;

namespace Bot.Discord.Tests.Posting;

/// <summary>Why a post was refused, as teachers read it.</summary>
public sealed class PostProblemsTests
{
    [Theory]
    [InlineData(50001, "“View Channel”")]
    [InlineData(50013, "“Send Messages” and “Manage Threads”")]
    [InlineData(50007, "privacy settings")]
    [InlineData(10003, "is gone")]
    [InlineData(10008, "message is gone")]
    [InlineData(50008, "accepts no messages")]
    [InlineData(160005, "Open it again")]
    [InlineData(160006, "Archive some")]
    [InlineData(200000, "AutoMod")]
    [InlineData(50035, "report this as a bug")]
    [InlineData(99999, "error 99999")]
    public void AProblemSaysHowToFixItInEachLanguage(int code, string said)
    {
        var text = TranslatedText.Of(() => PostProblems.Describe(new DiscordError(HttpStatusCode.Forbidden, code, "No"), ["Send Messages", "Manage Threads"]));

        Assert.Contains(said, text.English, StringComparison.Ordinal);
        Assert.Equal(5, ReplyLanguages.All.Select(language => Wording.SayIn(language, text.ToString)).Distinct().Count());
    }

    [Fact]
    public void AWrongTokenIsForThePersonWhoRunsTheBot() => Assert.Contains(
        "The person who runs the bot",
        PostProblems.Describe(new DiscordError(HttpStatusCode.Unauthorized, 0, "No"), []),
        StringComparison.Ordinal);
}
