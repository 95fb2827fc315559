namespace Bot.Architecture.Tests;

/// <summary>A use of one type by another.</summary>
/// <param name="User">The full name of the using type; for a nested type, of its outermost type.</param>
/// <param name="Used">The full name of the used type.</param>
internal readonly record struct Dependency(string User, string Used)
{
    public string UserNamespace => NamespaceOf(User);

    public string UsedNamespace => NamespaceOf(Used);

    private static string NamespaceOf(string type) => type.LastIndexOf('.') is var dot and >= 0 ? type[..dot] : "";
}
