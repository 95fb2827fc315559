namespace Bot.Storage;

/// <summary>Whether the database can be used.</summary>
public enum DatabaseState
{
    /// <summary>It has not been opened: a program that only looks things up never opens it.</summary>
    Closed,

    /// <summary>It can be used.</summary>
    Open,

    /// <summary>It was opened, or should have been, and cannot be used at the moment.</summary>
    Unavailable,
}
