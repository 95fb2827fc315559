using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Fake;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

/// <summary>
/// Compares the JSON of each kind of reply with an approved file. After an intended change, review the received file and replace the approved one.
/// </summary>
public sealed class ApprovedMessageTests
{
    public static TheoryData<string> Names => [.. Replies().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheMessageIsTheApprovedOne(string name)
    {
        var (reply, form) = Replies()[name];
        var messages = ReplyMessages.Of(reply, form, DiscordLimits.OfReplies.MessagesPerReply).Select(message => message.ShowTo(form.HasShare)).ToList();
        await Approval.CheckAsync(Path.Combine("tests", "Bot.Discord.Tests", "Rendering", "Approved"), name, JsonSerializer.SerializeToNode(messages, DiscordJson.Options)!);
        Assert.All(messages, message => Assert.Empty(LimitTable.Check(JsonSerializer.SerializeToNode(message, DiscordJson.Options))));
    }

    private static Dictionary<string, (ChatReply Reply, MessageForm Form)> Replies() => new()
    {
        ["answer"] = (ChatReply.Answer(
            Quote("As punishment, the sanctions worked while the Security Council agreed.", 11, 2),
            Quote("Sanctions bite when they are *held*.", 4, 1) with { Citation = Other(4, 1) },
            new ChoicesBlock([new Choice("Show ¶11", "show", "¶11.2 reading:what-sanctions-did") { Stamp = "a1b2c3" }])), new MessageForm(HasShare: true)),
        ["answer-in-the-room"] = (ChatReply.Answer(
            new TextBlock("“Have sanctions worked?”"),
            InRoom(Quote("As punishment, the sanctions worked while the Security Council agreed.", 11, 2), "what-sanctions-did#p11s2"),
            InRoom(Quote("Sanctions bite when they are *held*.", 4, 1) with { Citation = Other(4, 1) }, "case-for-pressure#p4s1"),
            new ChoicesBlock([new Choice("Show ¶11", "show", "¶11.2 reading:what-sanctions-did") { Stamp = "a1b2c3" }])), new MessageForm(HasShare: true, HasLayout: true)),
        ["abstention"] = (ChatReply.Abstain(
            new TextBlock("The readings don't say. You may look at:"),
            Quote("Sanctions work when they are enforced.", 4, 1) with { IsSuggestion = true }), new MessageForm(HasShare: true)),
        ["counter"] = (ChatReply.Answer(
            Quote("Sanctions do not work without China and Russia.", 7, 5) with
            {
                Origin = "other-reading",
                Note = "Another reading denies: “do not work”.",
                Marks = [new TextSpan(10, 11)],
            }), new MessageForm()),
        ["summary"] = (ChatReply.Answer(
            new HeadingBlock("Thesis"),
            Quote("One.", 1, 1),
            Quote("Two.", 1, 2),
            new HeadingBlock("Concessions"),
            Quote("Three.", 5, 1)), new MessageForm()),
        ["list"] = (ChatReply.Answer(
            new TextBlock("These are the readings:"),
            new ListBlock(["What the Sanctions Did [what-sanctions-did]", "Two\nlines"]),
            new TextBlock("See https://example.org/a_b.")), new MessageForm()),
        ["further-questions"] = (FurtherQuestions(Quote("As punishment, the sanctions worked.", 11, 2)), new MessageForm(HasShare: true)),
        ["further-questions-in-the-room"] = (
            FurtherQuestions(InRoom(Quote("As punishment, the sanctions worked.", 11, 2), "what-sanctions-did#p11s2")),
            new MessageForm(HasShare: true, HasLayout: true)),
        ["error"] = (ChatReply.Error("“show” needs a few more words. Write show <anchor>, for example: show case-for-pressure ¶2"), new MessageForm()),
        ["secret-poll"] = (ChatReply.Answer(Poll()), new MessageForm(HasNativePolls: true)),
        ["open-poll"] = (ChatReply.Answer(new TextBlock("Vote."), Poll() with { IsSecret = false }), new MessageForm(HasNativePolls: true)),
        ["without-cards"] = (ChatReply.Answer(new TextBlock("One passage answers."), Quote("It rained.", 11, 2)), new MessageForm(HasCards: false)),
        ["two-messages"] = (ChatReply.Answer(
            new TextBlock(string.Join(' ', Enumerable.Repeat("This sentence is repeated many times over.", 60))),
            new ChoicesBlock([new Choice("More", "find", "rain page:2")])), new MessageForm()),
        ["many-choices"] = (ChatReply.Answer(
            new TextBlock("Choose."),
            new ChoicesBlock([.. Enumerable.Range(1, 27).Select(i => new Choice($"Number {i}", "show", $"¶{i}"))])), new MessageForm(HasShare: true)),
        ["file"] = (ChatReply.Answer(new TextBlock("The debates of this channel."), new FileBlock("debates.csv", FileBlock.Table, "date,motion")), new MessageForm()),
        ["same-choice-twice"] = (ChatReply.Answer(
            new TextBlock("Choose."), new ChoicesBlock([new Choice("This", "show", "¶1"), new Choice("Or this", "show", "¶1")])), new MessageForm()),
    };

    private static ChatReply FurtherQuestions(QuoteBlock quote) => ChatReply.Answer(
        quote,
        new ChoicesBlock(
        [
            new Choice("Show ¶11", "show", "¶11.2 reading:what-sanctions-did"),
            new Choice("What speaks against it?", "counter", "¶11.2 reading:what-sanctions-did"),
            new Choice("What does “Pressure First” say about it?", "ask", "Have sanctions worked? reading:case-for-pressure") { MayBeLeftOut = true },
            new Choice("What does the section “Enforcement” say?", "summary", "¶14 reading:what-sanctions-did length:short") { MayBeLeftOut = true },
        ]),
        new ChoicesBlock(
        [
            new Choice("Helpful", "helpful", "yes ask what-sanctions-did 1a2b3c4d"),
            new Choice("Not helpful", "helpful", "no ask what-sanctions-did 1a2b3c4d"),
        ])
        {
            AskWhetherItHelped = true,
        });

    private static PollBlock Poll() => new("Do sanctions work?", [new Choice("For", "debate vote", "for 1"), new Choice("Against", "debate vote", "against 1")])
    {
        Open = TimeSpan.FromHours(20.5),
    };

    private static QuoteBlock Quote(string text, int paragraph, int sentence) => new(text, new Citation("what-sanctions-did", "What the Sanctions Did", paragraph, sentence)
    {
        Section = "A verdict with conditions",
        Source = "https://example.org/what-sanctions-did",
    });

    private static QuoteBlock InRoom(QuoteBlock quote, string place) =>
        quote with { Citation = quote.Citation with { Place = new Uri($"https://seminar.example.org/readings/{place}") } };

    private static Citation Other(int paragraph, int sentence) => new("case-for-pressure", "Pressure *First*", paragraph, sentence);
}
