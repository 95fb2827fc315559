using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Seeds;

namespace Bot.Evaluation.Tests.Seeds;

public class SeminarUnderTestTests
{
    [Fact]
    public async Task TheProductsOwnCommandsAnswer()
    {
        var handle = SeminarUnderTest.Over([InMemoryReading.Create("tea", "On tea", ["Tea is a drink. It came from China."])]);
        var command = new ChatCommand
        {
            Name = "show",
            Text = "¶1",
            Channel = new ChannelAddress("evaluation", "", "test"),
            User = new ChatUser("test"),
        };

        var reply = await handle(command, CancellationToken.None);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Contains("It came from China.", reply.ToPlainText(), StringComparison.Ordinal);
    }
}
