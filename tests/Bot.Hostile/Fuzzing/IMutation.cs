namespace Bot.Hostile.Fuzzing;

/// <summary>Makes files of one kind with structural errors.</summary>
internal interface IMutation
{
    /// <summary>The extension of the kind, with the dot.</summary>
    string Extension { get; }

    /// <summary>Makes a valid file, and changes its structure in a few places.</summary>
    byte[] Make(Random chance);
}
