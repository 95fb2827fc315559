using System.ComponentModel.DataAnnotations;

namespace Bot.Library.SecondStage;

/// <summary>Settings of the second stage; the section <c>SecondStage</c> of the configuration.</summary>
public sealed class SecondStageOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "SecondStage";

    /// <summary>Whether the best candidates are read again by a small network. Without it, answers are faster and less often right.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many questions may wait for it; 0 to 64. A further one is answered without it.</summary>
    [Range(0, 64, ErrorMessage = "SecondStage:MaxWaiting must be between 0 and 64.")]
    public int MaxWaiting { get; set; } = 2;

    /// <summary>
    /// How many questions can be searched for at the same time with it, 1 to 1,000. A further question is answered without it, because the processors are
    /// needed for first answers.
    /// </summary>
    [Range(1, 1000, ErrorMessage = "SecondStage:MaxUnderWay must be between 1 and 1000.")]
    public int MaxUnderWay { get; set; } = 6;
}
