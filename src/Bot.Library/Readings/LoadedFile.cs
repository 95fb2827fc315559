namespace Bot.Library.Readings;

/// <summary>A file and what came of it.</summary>
/// <param name="File">As it was when it was read.</param>
/// <param name="Hash">Of its content; null where it is to be opened again next time.</param>
/// <param name="Reading">What it gave, if it did.</param>
/// <param name="Problem">Why it gave nothing, if it did not.</param>
internal sealed record LoadedFile(FoundFile File, string? Hash, Reading? Reading, ReadingProblem? Problem)
{
    /// <summary>The same with another id, which it may get when a file of the same name comes or goes.</summary>
    public LoadedFile Named(ReadingId id) => Reading is null || Reading.Id == id ? this : this with { Reading = Reading with { Id = id } };

    /// <summary>Whether the other gives the very same reading or problem.</summary>
    public bool Gives(LoadedFile other) => ReferenceEquals(Reading, other.Reading) && Problem == other.Problem;
}
