using Bot.Architecture.Tests.Planted.First;

namespace Bot.Architecture.Tests.Planted.Third;

/// <summary>Uses the first namespace only in a lambda, which closes the cycle.</summary>
internal sealed class Gamma
{
    public Func<Task<string>> Name { get; } = () => Alpha.NameAsync();
}
