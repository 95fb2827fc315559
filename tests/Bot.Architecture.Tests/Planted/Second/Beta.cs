using Bot.Architecture.Tests.Planted.Third;

namespace Bot.Architecture.Tests.Planted.Second;

/// <summary>Uses the third namespace as the argument of a generic type alone.</summary>
internal sealed class Beta
{
    public List<Gamma?[]> All { get; } = [];
}
