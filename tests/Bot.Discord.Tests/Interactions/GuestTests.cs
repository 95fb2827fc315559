using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Interactions;

/// <summary>Places where only a member installed the bot, and direct messages.</summary>
public sealed class GuestTests : IAsyncLifetime
{
    private readonly ScriptedSeminar seminar = new() { Visibility = ReplyVisibility.Channel };
    private RunningDiscord running = null!;

    public static TheoryData<bool, bool> Places => new() { { false, true }, { false, false }, { true, false } };

    public async Task InitializeAsync() => running = await RunningDiscord.StartAsync(seminar);

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Places))]
    public async Task AnAnswerIsOnlyForTheMemberUnlikeOnOtherPlatforms(bool isDirect, bool isInServer)
    {
        await running.SendAsync(Ask());
        await running.SendAsync(At(Ask(), isDirect, isInServer));

        Assert.Equal([false, true], running.Discord.Messages.Select(message => message.IsPrivate));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task ACommandForAChannelExplainsThatThisIsNotOne(bool isDirect, bool isInServer)
    {
        await running.SendAsync(At(FakeInteractions.Command("debate schedule", ("time", "09:00"), ("zone", "Europe/Lisbon")).ByTeacher(), isDirect, isInServer));

        Assert.Empty(seminar.Got);
        Assert.Contains("needs a channel of a server", Assert.Single(running.Discord.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmongMembersAnAnswerCanBeSharedAndInDirectMessagesThereIsNobodyToShareItWith()
    {
        await running.SendAsync(At(Ask(), isDirect: false, isInServer: false));
        await running.SendAsync(At(Ask(), isDirect: true, isInServer: false));

        Assert.Equal([1, 0], running.Discord.Messages.Select(message => message.Buttons.Count(button => button.Id == "share")));
        Assert.Equal([false, true], seminar.Got.Select(command => command.IsDirect));
    }

    private static JsonObject Ask() => FakeInteractions.Command("ask", ("question", "Did it rain?"));

    private static JsonObject At(JsonObject interaction, bool isDirect, bool isInServer) =>
        isDirect ? interaction.InDirectMessages() : interaction.AsGuest(isInServer);
}
