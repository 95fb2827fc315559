namespace Bot.Library.Readings.Parsing;

/// <summary>The result of reading a file.</summary>
internal enum ParseOutcome
{
    /// <summary>There is a reading.</summary>
    Read,

    /// <summary>The content cannot be served, and a second try would end the same way.</summary>
    Refused,

    /// <summary>Reading it took too much time, memory or stack, and was stopped.</summary>
    Stopped,

    /// <summary>It took longer than the caller could wait. A later try may succeed.</summary>
    PutOff,

    /// <summary>It was not tried: what reads files could not be started. A later try may succeed.</summary>
    NotTried,
}

/// <summary>A reading, or the reason why there is none.</summary>
/// <param name="Outcome">Which of the two, and what kind of reason.</param>
internal sealed record ParsedFile(ParseOutcome Outcome)
{
    /// <summary>The reading, if there is one. Its id is empty, and its file is the name that was given.</summary>
    public Reading? Reading { get; init; }

    /// <summary>Why there is no reading, and what a person can do: one or two sentences.</summary>
    public string? Problem { get; init; }

    internal static ParsedFile Of(Reading reading) => new(ParseOutcome.Read) { Reading = reading };

    internal static ParsedFile Refuse(string problem) => new(ParseOutcome.Refused) { Problem = problem };

    internal static ParsedFile Stop(string problem) => new(ParseOutcome.Stopped) { Problem = problem };

    internal static ParsedFile PutOff() => new(ParseOutcome.PutOff) { Problem = "The file is still being read." };

    internal static ParsedFile Skip(string problem) => new(ParseOutcome.NotTried) { Problem = problem };
}
