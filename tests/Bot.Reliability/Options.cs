using System.Globalization;

namespace Bot.Reliability;

/// <summary>The options of the command line: <c>--name value</c>.</summary>
internal sealed class Options(IReadOnlyDictionary<string, string> given)
{
    public static Options Of(IReadOnlyList<string> args) => new(args
        .Chunk(2)
        .Where(pair => pair.Length == 2 && pair[0].StartsWith("--", StringComparison.Ordinal))
        .ToDictionary(pair => pair[0][2..], pair => pair[1]));

    public string Text(string name, string otherwise) => given.GetValueOrDefault(name, otherwise);

    public long Number(string name, long otherwise) =>
        given.TryGetValue(name, out var value) ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
