using System.Runtime.InteropServices;

namespace Bot.Library.Embeddings;

/// <summary>Linux system calls that .NET does not make. On other systems these methods do nothing.</summary>
internal static class LinuxProcess
{
    // Gives a third of the processor time of a thread with normal priority if both need it: see sched(7).
    private const int Nice = 5;

    // See mallopt(3). More arenas than this and a higher threshold keep up to half a gigabyte that the networks have freed.
    private const int TrimThreshold = -1;
    private const int ArenaMax = -8;
    private const int Arenas = 2;
    private const int TrimBytes = 128 * 1024;

    /// <summary>
    /// Lowers the priority of the calling thread permanently, so do not call it on a thread of the pool. On Linux .NET ignores thread priorities, although
    /// each thread has its own nice value.
    /// </summary>
    public static void LowerThreadPriority()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        Try(() => SetPriority(which: 0, who: 0, Nice));
    }

    /// <summary>Makes memory that native code frees go back to the system soon.</summary>
    public static void ReturnFreedMemory() => Try(() => MallOpt(ArenaMax, Arenas) + MallOpt(TrimThreshold, TrimBytes));

    /// <summary>Returns memory to the system that native code has freed between blocks that are still used.</summary>
    public static void TrimMemory() => Try(() => MallocTrim(0));

    private static void Try(Func<int> call)
    {
        try
        {
            _ = OperatingSystem.IsLinux() ? call() : 0;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library other than glibc: its defaults are used.
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
