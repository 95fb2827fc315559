using Bot.Chat;
using Bot.Chat.Contract;

namespace Bot.Recipes.Tests.Board;

/// <summary>A platform that is added by the recipe of CONTRIBUTING.md keeps what holds of every platform.</summary>
public sealed class BoardContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await BoardUnderTest.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new(BoardAdapter.Platform, "", "hall");
}
