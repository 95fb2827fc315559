using System.Globalization;
using System.Text;

namespace Bot.Testing;

/// <summary>Makes slightly invalid requests: their number, and random changes of their text.</summary>
public static class MutatedRequests
{
    /// <summary>The environment variable for a higher number.</summary>
    public const string Variable = "BOT_TEST_MUTATED_REQUESTS";

    private const int Default = 2_000;
    private const int Min = 1_000;

    /// <summary>The number of requests; 2,000, or the environment variable's number, at least 1,000.</summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Max(Min, count) : Default;

    /// <summary>Changes a text one to three times: cuts it off, replaces or repeats a character, inserts something odd, or removes a part.</summary>
    /// <param name="random">The source of randomness; the same seed gives the same texts.</param>
    /// <param name="text">The text.</param>
    /// <param name="odd">The odd texts to insert.</param>
    /// <param name="repeated">The characters to repeat, up to 3,000 times.</param>
    public static string Mutate(Random random, string text, IReadOnlyList<string> odd, string repeated)
    {
        var mutated = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0 && mutated.Length > 0; times--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Length = at;
                    break;
                case 1:
                    mutated[at] = (char)random.Next(1, 256);
                    break;
                case 2:
                    mutated.Insert(at, odd[random.Next(odd.Count)]);
                    break;
                case 3:
                    mutated.Remove(at, Math.Min(random.Next(1, 30), mutated.Length - at));
                    break;
                default:
                    mutated.Insert(at, new string(repeated[random.Next(repeated.Length)], random.Next(1, 3000)));
                    break;
            }
        }

        return mutated.ToString();
    }
}
