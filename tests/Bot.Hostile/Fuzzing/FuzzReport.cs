namespace Bot.Hostile.Fuzzing;

/// <summary>The result of a run.</summary>
/// <param name="Read">Files that became readings.</param>
/// <param name="Refused">Files that were refused with a reason.</param>
/// <param name="Stopped">Files whose reading was stopped.</param>
/// <param name="Overdue">Files without an answer in time, which must not happen.</param>
/// <param name="NotTried">Files for which no process could be started.</param>
/// <param name="Slowest">The time of the slowest file.</param>
internal sealed record FuzzReport(int Read, int Refused, int Stopped, int Overdue, int NotTried, TimeSpan Slowest)
{
    public bool IsGood => Overdue == 0 && NotTried == 0;

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Read + Refused + Stopped + NotTried} files: {Read} read, {Refused} refused, {Stopped} stopped, {Overdue} overdue, {NotTried} not tried; the slowest took {Slowest.TotalSeconds:F1} s.");
}
