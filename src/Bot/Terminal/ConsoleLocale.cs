namespace Bot.Terminal;

/// <summary>Tells in which language the person at the console uses the machine: <c>LC_ALL</c>, <c>LC_MESSAGES</c> and <c>LANG</c>, as programs do.</summary>
internal static class ConsoleLocale
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language as the environment writes it, without the encoding: <c>de_DE</c>; null where it does not say.</summary>
    public static string? Current => Of(Environment.GetEnvironmentVariable);

    /// <summary>The same for other variables.</summary>
    /// <param name="valueOf">Gives the value of a variable; null where there is none.</param>
    public static string? Of(Func<string, string?> valueOf) => Variables
        .Select(valueOf)
        .FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?.Split('.', '@')[0];
}
