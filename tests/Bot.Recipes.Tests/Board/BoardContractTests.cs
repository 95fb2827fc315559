using Bot.Chat;
using Bot.Chat.Contract;

namespace Bot.Recipes.Tests.Board;

/// <summary>A platform that follows the recipe in CONTRIBUTING.md meets the contract of all platforms.</summary>
public sealed class BoardContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await BoardUnderTest.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new(BoardAdapter.Platform, "", "hall");
}
