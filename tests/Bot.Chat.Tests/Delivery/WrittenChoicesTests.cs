using Bot.Chat.Delivery;

namespace Bot.Chat.Tests.Delivery;

public sealed class WrittenChoicesTests
{
    private static readonly Choice Short = new("Show ¶9", "show", "¶9");
    private static readonly Choice Long = new("What speaks against it?", "counter", new string('x', 100));

    [Fact]
    public void WhatFitsNoButtonIsWrittenOut()
    {
        var blocks = Written(Short, Long);

        Assert.Contains("→ What speaks against it? /counter xxx", Assert.IsType<TextBlock>(blocks[0]).Text, StringComparison.Ordinal);
        Assert.Equal([Short], Assert.IsType<ChoicesBlock>(blocks[1]).Choices);
    }

    [Fact]
    public void WhatOnlyLeadsFurtherIsLeftOutThere()
    {
        Assert.Equal([Short], Assert.IsType<ChoicesBlock>(Assert.Single(Written(Short, Long with { MayBeLeftOut = true }))).Choices);
        Assert.Empty(Written(Long with { MayBeLeftOut = true }));
    }

    private static IReadOnlyList<ReplyBlock> Written(params Choice[] choices) =>
        WrittenChoices.WriteOut(ChatReply.Answer(new ChoicesBlock(choices)), room: 5, choice => choice.Text.Length < 50).Blocks;
}
