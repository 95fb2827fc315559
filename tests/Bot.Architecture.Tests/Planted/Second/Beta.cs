using Bot.Architecture.Tests.Planted.Third;

namespace Bot.Architecture.Tests.Planted.Second;

/// <summary>Uses the third namespace only as a generic type argument.</summary>
internal sealed class Beta
{
    public List<Gamma?[]> All { get; } = [];
}
