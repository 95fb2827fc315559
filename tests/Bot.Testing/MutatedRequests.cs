using System.Globalization;

namespace Bot.Testing;

/// <summary>How many mutated requests a test sends: enough for each build, and as many as the environment asks for.</summary>
public static class MutatedRequests
{
    /// <summary>The environment variable that asks for more.</summary>
    public const string Variable = "BOT_TEST_MUTATED_REQUESTS";

    /// <summary>The number; 2,000 unless the environment says another one from 1,000.</summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Max(1_000, wanted) : 2_000;
}
