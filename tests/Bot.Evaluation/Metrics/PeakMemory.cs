using System.Diagnostics;
using System.Globalization;

namespace Bot.Evaluation.Metrics;

/// <summary>
/// Measures the peak physical memory of this process. On Linux the kernel's high-water mark is reset first; on other systems it covers the whole life of
/// the process, so only the first measurement of a run is exact.
/// </summary>
internal static class PeakMemory
{
    // proc(5): writing 5 to clear_refs resets the peak resident set size of the process.
    private const string ClearRefs = "/proc/self/clear_refs";
    private const string Status = "/proc/self/status";

    /// <summary>Releases free memory to the system and resets the mark.</summary>
    public static void Reset()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        if (OperatingSystem.IsLinux() && File.Exists(ClearRefs))
        {
            File.WriteAllText(ClearRefs, "5");
        }
    }

    /// <summary>The peak since the reset, in megabytes of 2^20 bytes.</summary>
    public static double Megabytes() => HighWaterMark() / (1024.0 * 1024.0);

    private static long HighWaterMark()
    {
        if (OperatingSystem.IsLinux() && File.Exists(Status))
        {
            var line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is not null)
            {
                var kilobytes = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
                return 1024 * long.Parse(kilobytes, CultureInfo.InvariantCulture);
            }
        }

        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
