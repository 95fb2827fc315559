namespace Bot.Hostile.Files;

/// <summary>A file made to harm the program that reads it.</summary>
/// <param name="Name">Its path below the folder.</param>
/// <param name="Make">Makes its content.</param>
internal sealed record HostileFile(string Name, Func<byte[]> Make)
{
    /// <summary>Whether a program may find text in it; then it only matters that the program is not harmed.</summary>
    public bool MayBeRead { get; init; }
}
