using System.Globalization;
using Bot.Chat.Posting;

namespace Bot.Chat.Contract;

/// <summary>The contract of all adapters. An adapter's test class inherits it and starts the adapter with its loopback platform.</summary>
public abstract class ChatAdapterContract
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Starts the adapter, connected and ready for events.</summary>
    /// <param name="seminar">Answers the commands.</param>
    protected abstract Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar);

    [Fact]
    public async Task AnEventIsAcknowledgedInTimeHoweverLongTheCommandTakes()
    {
        var gate = new TaskCompletionSource();
        var seminar = Slow(gate);
        await using var adapter = await StartAsync(seminar);

        var taken = await adapter.DeliverAsync(Ask("Did it rain?"));

        Assert.True(taken.IsAccepted);
        Assert.True(taken.Elapsed < adapter.Limits.Acknowledge, $"took {taken.Elapsed}");
        Assert.DoesNotContain(adapter.Seen, message => message.Text.Contains("At last", StringComparison.Ordinal));
        gate.SetResult();
        await SeenAsync(adapter, "At last");
    }

    [Fact]
    public async Task AnAdapterThatIsStartedAgainAnswersAgain()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);

        await adapter.RestartAsync();
        await adapter.DeliverAsync(Ask("Did it rain?"));

        await UntilAsync(() => adapter.Seen.Count == 1);
        Assert.Single(seminar.Got);
    }

    [Theory]
    [InlineData(ReplyVisibility.Private)]
    [InlineData(ReplyVisibility.Channel)]
    public async Task TheVisibilityOfTheReplyIsDecidedBeforeTheWork(ReplyVisibility visibility)
    {
        var gate = new TaskCompletionSource();
        var seminar = Slow(gate);
        seminar.Visibility = visibility;
        await using var adapter = await StartAsync(seminar);

        var taken = await adapter.DeliverAsync(Ask("Did it rain?"));
        if (taken.IsPrivate is { } isPrivate)
        {
            Assert.Equal(visibility == ReplyVisibility.Private, isPrivate);
        }

        gate.SetResult();
        Assert.Equal(visibility == ReplyVisibility.Private, (await SeenAsync(adapter, "At last")).IsPrivate);
    }

    [Fact]
    public async Task ALongReplyArrivesInMessagesThatThePlatformTakes()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        var (reply, words, places) = Replies.Long(adapter.Limits.MessageLength);
        seminar.Answer = (_, _) => Task.FromResult(reply);

        await adapter.DeliverAsync(Ask("Did it rain?"));

        await SeenAsync(adapter, words[^1]);
        Assert.InRange(adapter.Seen.Count, 2, adapter.Limits.MessagesPerReply);
        Assert.All(adapter.Seen, message => Assert.InRange(message.Length, 1, adapter.Limits.MessageLength));
        var all = string.Join('\n', adapter.Seen.Select(message => message.Text));
        Assert.All(words, word => Assert.Contains(word, all, StringComparison.Ordinal));
        Assert.All(places, place => Assert.Contains(adapter.Seen, message => message.Text.Contains(place, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AMuchTooLongReplyEndsWithANote()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        var (reply, words, _) = Replies.Long(adapter.Limits.MessageLength * (adapter.Limits.MessagesPerReply + 2));
        seminar.Answer = (_, _) => Task.FromResult(reply);

        await adapter.DeliverAsync(Ask("Did it rain?"));

        await SeenAsync(adapter, "This reply is shortened");
        Assert.InRange(adapter.Seen.Count, 1, adapter.Limits.MessagesPerReply);
        Assert.Contains(words[0], adapter.Seen[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCharacterIsCutInTwo()
    {
        const string Family = "👩‍👩‍👧‍👦";
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        var count = adapter.Limits.MessageLength * 2 / Family.Length;
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock(string.Concat(Enumerable.Repeat(Family, count)) + "end")));

        await adapter.DeliverAsync(Ask("Who?"));

        await SeenAsync(adapter, "end");
        var characters = adapter.Seen.SelectMany(message => Elements(message.Text)).Where(element => element.Length > 1).ToList();
        Assert.Equal(count, characters.Count);
        Assert.All(characters, character => Assert.Equal(Family, character));
    }

    [Fact]
    public async Task TextOfAReadingOrQuestionNotifiesNobody()
    {
        var seminar = new ScriptedSeminar { Visibility = ReplyVisibility.Channel, Answer = (_, _) => Task.FromResult(Replies.WithCalls()) };
        await using var adapter = await StartAsync(seminar);

        await adapter.DeliverAsync(Ask("@everyone <!channel>"));

        await SeenAsync(adapter, "everyone");
        Assert.All(adapter.Seen, message => Assert.False(message.Pings, message.Text));
    }

    [Theory]
    [InlineData(HappeningKind.OwnMessage)]
    [InlineData(HappeningKind.OtherBot)]
    public async Task BotsAreNotAnswered(HappeningKind kind)
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.Mentions))
        {
            return;
        }

        await adapter.DeliverAsync(new Happening(kind, "", "Did it rain?"));
        await adapter.DeliverAsync(Ask("Did it snow?"));

        await SeenAsync(adapter, "Did it snow?");
        Assert.Equal("Did it snow?", Assert.Single(seminar.Got).Text);
    }

    [Fact]
    public async Task AnEventThatComesThreeTimesHasOneEffect()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        var question = Ask("Did it rain?");

        await Task.WhenAll(adapter.DeliverAsync(question), adapter.DeliverAsync(question));
        await adapter.DeliverAsync(question);
        await adapter.DeliverAsync(Ask("Did it snow?"));

        await SeenAsync(adapter, "Did it snow?");
        await SeenAsync(adapter, "Did it rain?");
        Assert.Equal(2, seminar.Got.Count);
        Assert.Equal(2, adapter.Seen.Count);
    }

    [Fact]
    public async Task ARateLimitIsObeyed()
    {
        var gate = new TaskCompletionSource();
        await using var adapter = await StartAsync(Slow(gate));
        await adapter.DeliverAsync(Ask("Did it rain?"));

        adapter.LimitNext(TimeSpan.FromSeconds(1));
        gate.SetResult();

        await SeenAsync(adapter, "At last");
        Assert.Equal(0, adapter.LimitBreaches);
    }

    [Fact]
    public async Task APrivateReplyIsNeverMadePublic()
    {
        var gate = new TaskCompletionSource();
        var seminar = Slow(gate);
        seminar.Visibility = ReplyVisibility.Private;
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.PrivateReplies))
        {
            return;
        }

        await adapter.DeliverAsync(Ask("Did it rain?"));
        adapter.RefuseNextPrivateReply();
        gate.SetResult();
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("Afterwards.")));
        await adapter.DeliverAsync(Ask("Did it snow?"));

        await SeenAsync(adapter, "Afterwards.");
        Assert.All(adapter.Seen, message => Assert.True(message.IsPrivate, message.Text));
    }

    [Fact]
    public async Task EveryReplyHasAPlainTextForm()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(Replies.OfEveryKind()) };
        await using var adapter = await StartAsync(seminar);

        await adapter.DeliverAsync(Ask("Did it rain?"));

        var message = await SeenAsync(adapter, "Words of the bot.");
        foreach (var words in new[] { "A heading", "Words of the bot.", "first point", "It rained", "¶4.2", "day,rain", "Does it rain?" })
        {
            Assert.Contains(words, message.Text, StringComparison.Ordinal);
            Assert.Contains(words, message.PlainText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TextOfAReadingIsShownUnchanged()
    {
        const string Odd = "*a* _b_ ~c~ `d` ||e|| # f > g [h](i) \\ 1. j & <k> @l :m: - n";
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Answer(Replies.Quote(Odd, 1, 1))) };
        await using var adapter = await StartAsync(seminar);

        await adapter.DeliverAsync(Ask("Did it rain?"));

        Assert.Contains(Odd, (await SeenAsync(adapter, "¶1.1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonRunsItsCommand()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(Replies.OfEveryKind()) };
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.Buttons))
        {
            return;
        }

        await adapter.DeliverAsync(Ask("Did it rain?"));
        var message = await SeenAsync(adapter, "Words of the bot.");
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("Pressed.")));
        await adapter.DeliverAsync(new Happening(HappeningKind.Press) { Button = message.Buttons.Single(button => button.Label == "Counterargument") });

        await SeenAsync(adapter, "Pressed.");
        Assert.Equal(("counter", "¶4.2 reading:on-rain"), (seminar.Got[^1].Name, seminar.Got[^1].Text));
    }

    [Fact]
    public async Task AButtonOfAnotherVersionSaysThatItIsOld()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.Buttons))
        {
            return;
        }

        await adapter.DeliverAsync(new Happening(HappeningKind.Press) { Button = new SeenButton("Counterargument", "what is this") });

        Assert.True((await SeenAsync(adapter, "That button is old")).IsPrivate);
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task AChoiceTooLongForAButtonIsWrittenOut()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        var words = string.Join(' ', Enumerable.Repeat("rain", (adapter.Limits.ChoiceState / 5) + 1));
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(
            new TextBlock("Some."), new ChoicesBlock([new Choice("More", "ask", words), new Choice("Counterargument", "counter", "¶1")])));

        await adapter.DeliverAsync(Ask("Did it rain?"));

        var message = await SeenAsync(adapter, "Some.");
        Assert.Contains("rain rain", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(message.Buttons, button => button.Label == "More");
    }

    [Fact]
    public async Task APrivateReplyCanBeSharedOnce()
    {
        var seminar = new ScriptedSeminar { Visibility = null };
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.PrivateReplies | Capabilities.Buttons))
        {
            return;
        }

        await adapter.DeliverAsync(Ask("Did it rain?"));
        var reply = await SeenAsync(adapter, "Did it rain?");
        Assert.True(reply.IsPrivate);
        await adapter.DeliverAsync(new Happening(HappeningKind.Press) { Button = reply.Buttons.Single(button => button.Label == "Share with channel") });

        await UntilAsync(() => adapter.Seen.Any(message => !message.IsPrivate && message.Text.Contains("Did it rain?", StringComparison.Ordinal)));
        var shared = Assert.Single(adapter.Seen, message => !message.IsPrivate);
        Assert.Matches(@"^Shared by \S+\.", shared.Text);
        Assert.False(shared.Pings);
    }

    [Fact]
    public async Task APersonalReplyCannotBeShared()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(Replies.OfEveryKind()) };
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.PrivateReplies | Capabilities.Buttons))
        {
            return;
        }

        await adapter.DeliverAsync(Ask("Did it rain?"));
        var message = await SeenAsync(adapter, "Words of the bot.");
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("Your vote counts.")));
        await adapter.DeliverAsync(new Happening(HappeningKind.Press) { Button = message.Buttons.Single(button => button.Label == "For") });

        var vote = await SeenAsync(adapter, "Your vote counts.");
        Assert.True(vote.IsPrivate);
        Assert.DoesNotContain(vote.Buttons, button => button.Label == "Share with channel");
    }

    [Fact]
    public async Task TheChoicesOfAVoteStaySoThatItCanBeChanged()
    {
        var seminar = new ScriptedSeminar { Visibility = ReplyVisibility.Channel, Answer = (_, _) => Task.FromResult(Replies.OfEveryKind()) };
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.Buttons))
        {
            return;
        }

        await adapter.DeliverAsync(Ask("Did it rain?"));
        var labels = (await SeenAsync(adapter, "Words of the bot.")).Buttons.Select(button => button.Label).ToList();
        foreach (var side in new[] { "For", "Against", "For" })
        {
            var vote = $"Your vote, number {seminar.Got.Count}.";
            seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock(vote)));
            var message = await SeenAsync(adapter, "Words of the bot.");
            await adapter.DeliverAsync(new Happening(HappeningKind.Press) { Button = message.Buttons.Single(button => button.Label == side) });
            await SeenAsync(adapter, vote);
        }

        Assert.Equal(labels, (await SeenAsync(adapter, "Words of the bot.")).Buttons.Select(button => button.Label));
        Assert.Equal(3, seminar.Got.Count(command => command.Name == "debate vote"));
    }

    [Fact]
    public async Task AMemberWhoMayManageTheChannelIsATeacher()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);

        await adapter.DeliverAsync(Schedule("one"));
        await SeenAsync(adapter, "one");
        await adapter.DeliverAsync(Schedule("two") with { IsTeacher = true });
        await SeenAsync(adapter, "two");

        Assert.Equal([false, true], seminar.Got.Select(command => command.User.IsTeacher));

        static Happening Schedule(string text) => new(HappeningKind.Command, "debate schedule", text);
    }

    [Fact]
    public async Task AMentionIsPlainWords()
    {
        var seminar = new ScriptedSeminar();
        await using var adapter = await StartAsync(seminar);
        if (!adapter.Capabilities.HasFlag(Capabilities.Mentions))
        {
            return;
        }

        await adapter.DeliverAsync(new Happening(HappeningKind.Mention, "", "and China?"));

        await SeenAsync(adapter, "and China?");
        Assert.Equal((ChatCommand.PlainWords, "and China?"), (seminar.Got[^1].Name, seminar.Got[^1].Text));
    }

    [Fact]
    public async Task TooManyCommandsAtOnceAreRefusedWithAMessage()
    {
        var gate = new TaskCompletionSource();
        await using var adapter = await StartAsync(Slow(gate));

        var taken = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => adapter.DeliverAsync(Ask("Did it rain?"))));

        Assert.All(taken, acknowledgement => Assert.True(acknowledgement.IsAccepted));
        await SeenAsync(adapter, "Too many questions at once");
        gate.SetResult();
    }

    [Fact]
    public async Task AMessageIsPostedOnceForEachKey()
    {
        await using var adapter = await StartAsync(new ScriptedSeminar());
        if (adapter.Poster is not { } poster)
        {
            return;
        }

        var post = new ChannelPost(Channel(adapter), ChatReply.Answer(new TextBlock("The motion of the day.")), "debate-1-20260301")
        {
            ThreadName = adapter.Capabilities.HasFlag(Capabilities.Threads) ? "Motion" : null,
            Pin = adapter.Capabilities.HasFlag(Capabilities.Pins),
        };
        var first = Assert.IsType<PostOutcome.Posted>(await poster.PostAsync(post, CancellationToken.None));
        var second = Assert.IsType<PostOutcome.Posted>(await poster.PostAsync(post, CancellationToken.None));

        Assert.Null(first.Shortfall);
        Assert.Equal(first.Message.Id, second.Message.Id);
        var message = Assert.Single(adapter.Seen, seen => seen.Text.Contains("The motion of the day.", StringComparison.Ordinal));
        Assert.Equal(post.ThreadName, message.Thread);
        Assert.Equal(post.Pin, message.IsPinned);
        var found = Assert.IsType<FindOutcome.Found>(
            await poster.FindAsync(post, DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal((first.Message, first.Shortfall), (found.Message, found.Shortfall));
        var other = new ChannelPost(post.Channel, ChatReply.Answer(new TextBlock("The motion of another day.")), "debate-2-20260301");
        Assert.IsType<FindOutcome.Absent>(await poster.FindAsync(other, DateTimeOffset.UnixEpoch, CancellationToken.None));
    }

    [Fact]
    public async Task APostedMessageCanBeChanged()
    {
        await using var adapter = await StartAsync(new ScriptedSeminar());
        if (adapter.Poster is not { } poster || !adapter.Capabilities.HasFlag(Capabilities.Edits))
        {
            return;
        }

        var post = new ChannelPost(Channel(adapter), ChatReply.Answer(new TextBlock("Open.")), "poll-1");
        var posted = Assert.IsType<PostOutcome.Posted>(await poster.PostAsync(post, CancellationToken.None));
        Assert.IsType<PostOutcome.Posted>(
            await poster.EditAsync(posted.Message, ChatReply.Answer(new TextBlock("Closed.")), CancellationToken.None));

        Assert.Equal("Closed.", Assert.Single(adapter.Seen).Text.Trim());
    }

    /// <summary>A channel of the loopback platform that the bot can write to.</summary>
    protected abstract ChannelAddress Channel(IAdapterUnderTest adapter);

    private static Happening Ask(string question) => new(HappeningKind.Command, "ask", question);

    private static ScriptedSeminar Slow(TaskCompletionSource gate) => new()
    {
        Answer = async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return ChatReply.Answer(new TextBlock("At last."));
        },
    };

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    private static async Task<SeenMessage> SeenAsync(IAdapterUnderTest adapter, string words)
    {
        await UntilAsync(() => adapter.Seen.Any(Says));
        return adapter.Seen.First(Says);

        bool Says(SeenMessage message) => message.Text.Contains(words, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var waited = TimeSpan.Zero; waited < Timeout && !isSo(); waited += TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(20);
        }

        Assert.True(isSo(), "It did not happen in time.");
    }
}
