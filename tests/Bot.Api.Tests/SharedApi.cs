namespace Bot.Api.Tests;

/// <summary>An API that the tests of a class share.</summary>
public sealed class SharedApi : IAsyncLifetime
{
    internal ApiUnderTest Api { get; private set; } = null!;

    public async Task InitializeAsync() => Api = await ApiUnderTest.StartAsync(settings: [("Api:Burst", "10000")]);

    public async Task DisposeAsync() => await Api.DisposeAsync();
}
