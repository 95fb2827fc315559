using System.Net;
using System.Net.Sockets;

namespace Bot.Storage.Tests;

/// <summary>A proxy to a server that can freeze: connections stay open, but no data gets through.</summary>
internal sealed class FreezingLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> work = [];
    private readonly int server;
    private volatile TaskCompletionSource flowing = Done();

    public FreezingLine(int server)
    {
        this.server = server;
        listener.Start(backlog: 500);
        work.Add(ListenAsync());
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Freeze() => flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => flowing.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Thaw();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            work.Add(ConnectAsync(client));
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        using (client)
        using (var there = new TcpClient())
        {
            await there.ConnectAsync(IPAddress.Loopback, server, end.Token);
            await Task.WhenAny(CopyAsync(client.GetStream(), there.GetStream()), CopyAsync(there.GetStream(), client.GetStream()));
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[8192];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var count)
        {
            await flowing.Task.WaitAsync(end.Token);
            await to.WriteAsync(buffer.AsMemory(0, count), end.Token);
        }
    }
}
