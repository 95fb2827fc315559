namespace Bot.Library.Readings;

/// <summary>How far the loading of a folder is.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files in all.</param>
/// <param name="File">The file that was dealt with last, below the folder.</param>
public readonly record struct LoadProgress(int Done, int Total, string File);
