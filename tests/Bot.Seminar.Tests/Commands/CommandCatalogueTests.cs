using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests.Commands;

public sealed class CommandCatalogueTests
{
    private readonly CommandCatalogue catalogue = new(
    [
        new Silent(new CommandInfo("feedback", "Shows numbers.") { NameInGroup = "numbers" }),
        new Silent(new CommandInfo("feedback why", "Says why.") { Text = new OptionInfo("words", "Why.") { Required = true } }),
        new Silent(new CommandInfo("settings", "Changes settings.")),
    ]);

    [Theory]
    [InlineData(CommandStyle.Words, "feedback why It is short.", "feedback why It is short.")]
    [InlineData(CommandStyle.Slash, "feedback why It is short.", "/feedback why It is short.")]
    [InlineData(CommandStyle.SlashFields, "feedback why It is short.", "/feedback why words:It is short.")]
    [InlineData(CommandStyle.SlashFields, "feedback why", "/feedback why")]
    [InlineData(CommandStyle.SlashFields, "feedback", "/feedback numbers")]
    [InlineData(CommandStyle.SlashFields, "settings reasons:on", "/settings reasons:on")]
    [InlineData(CommandStyle.Slash, "no such command", "no such command")]
    public void ACommandIsWrittenAsThePlatformHasIt(CommandStyle style, string line, string written) => Assert.Equal(written, catalogue.Write(style, line));

    private sealed class Silent(CommandInfo info) : ISeminarCommand
    {
        public CommandInfo Info => info;

        public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) => Task.FromResult(ChatReply.Answer());
    }
}
