using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// A reader process, seen from the program. It gets neither the environment nor a path, only the bytes of files; it may use so much memory and
/// no more, and is killed when a file takes too long. After <see cref="Parse"/> stopped it, it takes no more files.
/// </summary>
internal sealed class ReaderProcess : IDisposable
{
    private const int MaxErrorLength = 2000;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly ReaderOptions options;
    private readonly TimeProvider time;
    private readonly List<string> complaints = [];
    private volatile bool isKilled;

    private ReaderProcess(Process process, ReaderOptions options, TimeProvider time)
    {
        this.process = process;
        this.options = options;
        this.time = time;
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    /// <summary>Whether it has read a file already.</summary>
    public bool HasRead { get; private set; }

    /// <summary>Whether it was killed because a file took too long.</summary>
    public bool WasLate { get; private set; }

    /// <summary>Whether it can read another file.</summary>
    public bool IsUsable => !isKilled && !process.HasExited;

    /// <summary>Starts a process and waits until it is ready.</summary>
    /// <exception cref="ReaderUnavailableException">It cannot be started.</exception>
    public static ReaderProcess Start(ReaderCommand command, ReaderOptions options, TimeProvider time)
    {
        var reader = new ReaderProcess(Launch(command, options), options, time);
        try
        {
            using var limit = new CancellationTokenSource(StartTimeout, time);
            using var kill = limit.Token.Register(reader.Kill);
            var version = ReaderFrames.ReadText(reader.process.StandardOutput.BaseStream, ReaderChild.MaxNameLength);
            return version == ReaderVersion.Current ? reader
                : throw ReportUnavailable(command, version is null ? reader.ExplainEnd() : "the program was replaced while it runs, so start it again");
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            reader.Dispose();
            throw ReportUnavailable(command, $"what answers is another program ({broken.Message.TrimEnd('.')})", broken);
        }
        catch (ReaderUnavailableException)
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <inheritdoc cref="IFileParser.Parse" />
    public ParsedFile Parse(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken)
    {
        using var watch = new ReaderWatch(process, atMost ?? options.MaxTime, Kill, time);
        var reply = Ask(name, content, cancellationToken);
        if (reply is not null && ReadingJson.Read(reply) is { } parsed)
        {
            HasRead = true;
            return parsed;
        }

        WasLate = watch.IsLate;
        Kill();
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return WasLate && atMost is not null ? ParsedFile.PutOff() : ParsedFile.Stop(WasLate ? StopReasons.ExplainTooSlow(options) : StopReasons.ExplainEnd(process.ExitCode, ReadErrors(), options));
    }

    /// <summary>Lowers its priority. That cannot be taken back.</summary>
    public void GiveWay()
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // It has ended, or a sandbox allows no change. The work is the same.
        }
    }

    /// <summary>Ends it by closing its input, as when the program is killed.</summary>
    public void CloseInput() => process.StandardInput.Close();

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    // Null if the process ended, or was killed, before it had replied.
    private byte[]? Ask(string name, byte[] content, CancellationToken cancellationToken)
    {
        using var kill = cancellationToken.Register(Kill);
        try
        {
            var input = process.StandardInput.BaseStream;
            ReaderFrames.Write(input, name);
            ReaderFrames.Write(input, content);
            return ReaderFrames.Read(process.StandardOutput.BaseStream, MaxReplyBytes);
        }
        catch (Exception ended) when (ended is IOException or InvalidDataException)
        {
            return null;
        }
    }

    // It cannot send more than it can hold.
    private int MaxReplyBytes => (int)Math.Min(Array.MaxLength, options.MaxMemoryMegabytes * 1024L * 1024L);

    private void Kill()
    {
        isKilled = true;
        try
        {
            process.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    private void Hear(string? line)
    {
        lock (complaints)
        {
            if (line is { Length: > 0 } && complaints.Sum(heard => heard.Length) < MaxErrorLength)
            {
                complaints.Add(line.Length > MaxErrorLength ? line[..MaxErrorLength] : line);
            }
        }
    }

    private string ReadErrors()
    {
        lock (complaints)
        {
            return string.Join(' ', complaints);
        }
    }

    private string ExplainEnd()
    {
        process.WaitForExit();
        var said = ReadErrors();
        return string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {process.ExitCode}{(said.Length > 0 ? $" and said: {said}" : "")}");
    }

    private static Process Launch(ReaderCommand command, ReaderOptions options)
    {
        var start = new ProcessStartInfo(command.File)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var argument in command.Arguments.Concat(ReaderChild.CreateArguments(options)))
        {
            start.ArgumentList.Add(argument);
        }

        // The environment contains tokens, so none of it is passed on.
        start.Environment.Clear();
        foreach (var (name, value) in EnvironmentOf(options))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw ReportUnavailable(command, "the system started nothing");
        }
        catch (Exception refused) when (refused is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw ReportUnavailable(command, refused.Message, refused);
        }
    }

    private static IEnumerable<(string Name, string Value)> EnvironmentOf(ReaderOptions options)
    {
        yield return ("DOTNET_GCHeapHardLimit", string.Create(CultureInfo.InvariantCulture, $"0x{options.MaxMemoryMegabytes * 1024L * 1024L:X}"));
        yield return ("DOTNET_gcServer", "0");
        yield return ("DOTNET_gcConcurrent", "0");
        yield return ("DOTNET_TieredPGO", "0");

        // No dump of a file's content, and no socket for debuggers.
        yield return ("DOTNET_EnableDiagnostics", "0");
        yield return ("DOTNET_DbgEnableMiniDump", "0");

        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        if (Directory.Exists(Path.Combine(root, "shared")))
        {
            yield return ("DOTNET_ROOT", root);
        }

        if (OperatingSystem.IsWindows())
        {
            yield return ("SystemRoot", Environment.GetFolderPath(Environment.SpecialFolder.Windows));
        }
    }

    private static ReaderUnavailableException ReportUnavailable(ReaderCommand command, string reason, Exception? cause = null) => new(
        $"The process that reads files ({string.Join(' ', command.Arguments.Prepend(command.File))}) cannot be started: {reason.TrimEnd('.')}. "
        + $"Only where every file is trusted, {ReaderOptions.Section}:{nameof(ReaderOptions.Isolated)} can be set to false instead.",
        cause);
}
