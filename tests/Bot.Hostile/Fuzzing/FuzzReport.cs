namespace Bot.Hostile.Fuzzing;

/// <summary>The result of a run.</summary>
/// <param name="Read">Files that became readings.</param>
/// <param name="Refused">Files that were refused with a reason.</param>
/// <param name="Stopped">Files whose reading was stopped.</param>
/// <param name="Overdue">Files that no answer came for in time, which must not be.</param>
/// <param name="NotTried">Files that no process could be started for.</param>
/// <param name="Slowest">How long the slowest file took.</param>
internal sealed record FuzzReport(int Read, int Refused, int Stopped, int Overdue, int NotTried, TimeSpan Slowest)
{
    public bool IsGood => Overdue == 0 && NotTried == 0;

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Read + Refused + Stopped + NotTried} files: {Read} read, {Refused} refused, {Stopped} stopped, {Overdue} overdue, {NotTried} not tried; the slowest took {Slowest.TotalSeconds:F1} s.");
}
