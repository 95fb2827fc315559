namespace Bot.Web.Tests.Browser;

/// <summary>A test in a browser; skipped if there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>The environment variable for another Chromium than Debian's.</summary>
    public const string Variable = "BOT_TEST_CHROMIUM";

    public BrowserFactAttribute() => Skip = File.Exists(Program) ? null : $"There is no {Program}; {Variable} names another Chromium.";

    /// <summary>The path of the browser.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : "/usr/bin/chromium";
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
