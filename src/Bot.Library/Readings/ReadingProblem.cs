namespace Bot.Library.Readings;

/// <summary>A file that is not served, and why.</summary>
/// <param name="File">Its path below the folder, with <c>/</c> between the parts.</param>
/// <param name="Reason">What is wrong and, where a person can, how to fix it: one sentence.</param>
public sealed record ReadingProblem(string File, string Reason)
{
    /// <summary>Whether nothing is wrong: the file waits to be read, and will be served or have another reason.</summary>
    public bool IsWaiting { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{File}: {Reason}";
}
