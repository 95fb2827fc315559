using System.Threading.Channels;

namespace Bot.Terminal;

/// <summary>The terminal that the program was started in.</summary>
internal sealed class SystemTerminal : ITerminal, IDisposable
{
    private readonly Channel<ConsoleKeyInfo> keys = Channel.CreateUnbounded<ConsoleKeyInfo>();
    private Thread? reader;

    /// <summary>Whether input and output are a terminal that can move its cursor.</summary>
    public static bool IsInteractive =>
        !Console.IsInputRedirected && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public int Width => Math.Max(20, Console.WindowWidth);

    public async ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken)
    {
        Start();
        return await keys.Reader.WaitToReadAsync(cancellationToken) && keys.Reader.TryRead(out var key) ? key : null;
    }

    public void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }

    public void Dispose()
    {
        if (reader is not null)
        {
            Console.TreatControlCAsInput = false;
        }
    }

    // Reading a key cannot be cancelled, so a separate thread does it; it ends with the process.
    private void Start()
    {
        if (reader is null)
        {
            Console.TreatControlCAsInput = true;
            reader = new Thread(ReadKeys) { IsBackground = true, Name = "keys" };
            reader.Start();
        }
    }

    private void ReadKeys()
    {
        try
        {
            while (keys.Writer.TryWrite(Console.ReadKey(intercept: true)))
            {
            }
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException)
        {
            // The terminal was closed: there will be no more keys.
            keys.Writer.TryComplete();
        }
    }
}
