using Bot.Chat.Languages;
using Bot.Slack.Posting;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.Posting;

/// <summary>Why a post was refused, as teachers read it.</summary>
public sealed class PostProblemsTests
{
    [Theory]
    [InlineData("not_in_channel", "/invite")]
    [InlineData("channel_not_found", "it is private")]
    [InlineData("is_archived", "Unarchive")]
    [InlineData("restricted_action", "An admin can allow it")]
    [InlineData("missing_scope", "the scope pins:write")]
    [InlineData("not_installed", "Install it again")]
    [InlineData("invalid_auth", "The person who runs the bot")]
    [InlineData("msg_too_long", "too long")]
    [InlineData("invalid_blocks", "report this as a bug")]
    [InlineData("message_not_found", "deleted")]
    [InlineData("messages_tab_disabled", "“App Home”")]
    [InlineData("team_disabled", "no longer accepts the app")]
    [InlineData("team_access_not_granted", "An admin can add it")]
    [InlineData("something_new", "(something_new)")]
    public void AProblemSaysHowToFixItInEachLanguage(string error, string said)
    {
        var text = PostProblems.Explain(new ApiAnswer.Refused(error, "") { NeededScope = "pins:write" });

        Assert.Contains(said, text.English, StringComparison.Ordinal);
        Assert.Equal(5, ReplyLanguages.All.Select(language => Wording.SayIn(language, text.ToString)).Distinct().Count());
    }
}
