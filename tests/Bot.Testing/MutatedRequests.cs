using System.Globalization;
using System.Text;

namespace Bot.Testing;

/// <summary>Requests that are slightly wrong on purpose: how many a test sends, and how their text is changed.</summary>
public static class MutatedRequests
{
    /// <summary>The environment variable that asks for more.</summary>
    public const string Variable = "BOT_TEST_MUTATED_REQUESTS";

    private const int Default = 2_000;
    private const int Min = 1_000;

    /// <summary>The number of requests; 2,000 unless the environment says another number from 1,000.</summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Max(Min, count) : Default;

    /// <summary>A text with one to three changes: cut off, a character replaced, something odd inserted, a part removed, a character repeated.</summary>
    /// <param name="random">Decides; the same seed gives the same texts.</param>
    /// <param name="text">The text.</param>
    /// <param name="odd">What may be inserted.</param>
    /// <param name="repeated">The characters that may be repeated up to 3,000 times.</param>
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
