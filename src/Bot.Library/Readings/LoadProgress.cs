namespace Bot.Library.Readings;

/// <summary>How far the reading of a folder has come.</summary>
/// <param name="Done">How many files have been read or skipped.</param>
/// <param name="Total">How many there are.</param>
/// <param name="File">The one that was done last: its path below the folder.</param>
public readonly record struct LoadProgress(int Done, int Total, string File);
