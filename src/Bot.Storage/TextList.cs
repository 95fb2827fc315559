namespace Bot.Storage;

/// <summary>A list of texts for <c>IN</c>. The engines have different list types, but both accept one parameter per text.</summary>
/// <param name="texts">The texts; at most a few thousand.</param>
public sealed class TextList(IReadOnlyList<string> texts)
{
    /// <summary>The SQL after <c>IN</c>; an empty list if there are no texts.</summary>
    public string Sql => texts.Count == 0 ? "(NULL)" : $"({string.Join(", ", Enumerable.Range(0, texts.Count).Select(Name).Select(name => $"@{name}"))})";

    /// <summary>The parameters of the list, together with the statement's others.</summary>
    public IReadOnlyDictionary<string, object> Add(params IEnumerable<(string Name, object Value)> others) =>
        texts.Select((text, i) => (Name: Name(i), Value: (object)text)).Concat(others).ToDictionary(parameter => parameter.Name, parameter => parameter.Value);

    private static string Name(int number) => $"text{number}";
}
