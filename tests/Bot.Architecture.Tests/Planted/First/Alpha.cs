using Bot.Architecture.Tests.Planted.Second;

namespace Bot.Architecture.Tests.Planted.First;

/// <summary>Uses the second namespace only in the body of an asynchronous method.</summary>
internal sealed class Alpha
{
    public static async Task<string> NameAsync()
    {
        await Task.Yield();
        return new Beta().ToString()!;
    }
}
