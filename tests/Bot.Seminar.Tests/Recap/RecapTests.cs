using Bot.Seminar.Tests.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Recap;

public sealed class RecapTests
{
    [Fact]
    public async Task NothingIsReadWhereTheChannelDidNotOptIn()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.StartsWith("Messages are not read in this channel.", (await harness.StudentAsync("recap")).ToPlainText(), StringComparison.Ordinal);
        Assert.Null(harness.Threads.Asked);
    }

    [Fact]
    public async Task AlikePointsAreCountedTogetherAndLeadToMessageAndParagraph()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Messages.AddRange(
        [
            "The council should not pay for the ferry to the island.",
            "I think the council should not pay for the ferry in winter!",
            "How many children take the ferry to school in winter?",
            "lol",
        ]);

        var recap = await harness.StudentAsync("recap");
        Assert.Equal($"t-{harness.Platform.Posts[0].Key}", harness.Threads.Asked?.Thread);
        Assert.StartsWith("Draft of a recap\n", recap.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Points against\n- The council should not pay for the ferry to the island. (2 messages) ~ town ¶1 https://chat.example/0", recap.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Open questions\n- How many children take the ferry to school in winter? ~ town ¶1 https://chat.example/2", recap.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(await harness.RowsAsync("SELECT content FROM posts WHERE content LIKE '%children take%'"));
    }

    [Fact]
    public async Task WhatKeepsMessagesFromBeingReadIsSaid()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await OpenAsync(harness);
        harness.Threads.Obstacle = "I may not read messages here: enable the message content intent.";

        Assert.Equal(harness.Threads.Obstacle, (await harness.StudentAsync("recap")).ToPlainText());
    }

    private static async Task OpenAsync(DebateHarness harness)
    {
        await harness.TeacherAsync("settings recap:on");
        await harness.TeacherAsync("debate queue The council should pay for the ferry to the island in winter.");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
    }
}
