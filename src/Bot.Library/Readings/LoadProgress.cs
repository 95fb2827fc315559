namespace Bot.Library.Readings;

/// <summary>The progress of loading a folder.</summary>
/// <param name="Done">Files that are done.</param>
/// <param name="Total">Files in all.</param>
/// <param name="File">The path of the last file, below the folder.</param>
public readonly record struct LoadProgress(int Done, int Total, string File);
