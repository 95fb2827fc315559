using System.Runtime.InteropServices;

namespace Bot.Library.Embeddings;

/// <summary>What .NET leaves to the operating system and Linux does not do by itself. Nothing happens where the system has no such call.</summary>
internal static class LinuxProcess
{
    // A third of the processor time of a thread that answers, where both want it: see sched(7).
    private const int Nice = 5;

    // See mallopt(3). More arenas than this and a higher threshold keep up to half a gigabyte that the networks have freed.
    private const int TrimThreshold = -1;
    private const int ArenaMax = -8;
    private const int Arenas = 2;
    private const int TrimBytes = 128 * 1024;

    /// <summary>
    /// Lowers the priority of the calling thread for good, so this must not be a thread of the pool. Elsewhere .NET does it; on Linux, where
    /// each thread has a nice value of its own, it leaves priorities alone.
    /// </summary>
    public static void LowerThreadPriority()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        Try(() => SetPriority(which: 0, who: 0, Nice));
    }

    /// <summary>Has memory that native code frees go back to the system soon.</summary>
    public static void ReturnFreedMemory() => Try(() => MallOpt(ArenaMax, Arenas) + MallOpt(TrimThreshold, TrimBytes));

    /// <summary>Gives back what native code has freed in the middle of its memory, where more of it is still used.</summary>
    public static void TrimMemory() => Try(() => MallocTrim(0));

    private static void Try(Func<int> call)
    {
        try
        {
            _ = OperatingSystem.IsLinux() ? call() : 0;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library than glibc: its defaults have to do.
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nuint pad);

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallOpt(int parameter, int value);
}
