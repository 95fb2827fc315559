namespace Bot.Storage;

/// <summary>Texts on the right side of <c>IN</c>. The engines' own lists differ; both accept one parameter for each text.</summary>
/// <param name="texts">The texts; at most some thousands.</param>
public sealed class TextList(IReadOnlyList<string> texts)
{
    /// <summary>What stands behind <c>IN</c>; it holds nothing if there are no texts.</summary>
    public string Sql => texts.Count == 0 ? "(NULL)" : $"({string.Join(", ", Enumerable.Range(0, texts.Count).Select(Name).Select(name => $"@{name}"))})";

    /// <summary>The parameters of a statement that holds the list, together with its others.</summary>
    public IReadOnlyDictionary<string, object> With(params IEnumerable<(string Name, object Value)> others) =>
        texts.Select((text, i) => (Name: Name(i), Value: (object)text)).Concat(others).ToDictionary(parameter => parameter.Name, parameter => parameter.Value);

    private static string Name(int number) => $"text{number}";
}
