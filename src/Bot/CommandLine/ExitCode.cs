namespace Bot.CommandLine;

/// <summary>The exit codes of the process. Scripts depend on them.</summary>
internal static class ExitCode
{
    public const int Answered = 0;

    /// <summary>The readings do not say; for <c>health</c>, nobody answered.</summary>
    public const int Abstained = 1;

    /// <summary>Wrong use or configuration.</summary>
    public const int WrongUse = 2;

    public static int Of(ReplyStatus status) => status switch
    {
        ReplyStatus.Answered or ReplyStatus.Unsure => Answered,
        ReplyStatus.Abstained => Abstained,
        _ => WrongUse,
    };
}
