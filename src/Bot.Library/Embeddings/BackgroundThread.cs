using System.Runtime.InteropServices;

namespace Bot.Library.Embeddings;

/// <summary>A thread whose work may take longer where the processors are needed for something else.</summary>
internal static class BackgroundThread
{
    // A third of the processor time of a thread that answers, where both want it: see sched(7).
    private const int Nice = 5;

    /// <summary>Lowers the priority of the calling thread for good, so this must not be a thread of the pool.</summary>
    public static void LowerPriority()
    {
        // .NET leaves priorities alone on Linux, where each thread has its own nice value.
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(which: 0, who: 0, Nice);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
