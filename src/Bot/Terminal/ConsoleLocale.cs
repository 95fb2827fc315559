namespace Bot.Terminal;

/// <summary>The locale of the person at the console, from <c>LC_ALL</c>, <c>LC_MESSAGES</c> and <c>LANG</c>.</summary>
internal static class ConsoleLocale
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The locale from the environment, without the encoding: <c>de_DE</c>; null if there is none.</summary>
    public static string? Current => Of(Environment.GetEnvironmentVariable);

    /// <summary>The same for other variables.</summary>
    /// <param name="valueOf">Returns the value of a variable; null if it is not set.</param>
    public static string? Of(Func<string, string?> valueOf) => Variables
        .Select(valueOf)
        .FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?.Split('.', '@')[0];
}
