namespace Bot.Architecture.Tests;

/// <summary>One type uses another.</summary>
/// <param name="User">The full name of the type that uses the other; of a nested type, its outermost type.</param>
/// <param name="Used">The full name of the type that is used.</param>
internal readonly record struct Dependency(string User, string Used)
{
    public string UserNamespace => NamespaceOf(User);

    public string UsedNamespace => NamespaceOf(Used);

    private static string NamespaceOf(string type) => type.LastIndexOf('.') is var dot and >= 0 ? type[..dot] : "";
}
