using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Chat.Delivery;

namespace Bot.Chat.Tests.Delivery;

public sealed class OutboundCallTests : IDisposable
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(30);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient client = new();
    private readonly Uri address;

    public OutboundCallTests()
    {
        listener.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    public void Dispose()
    {
        listener.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task ACallToAClosedPortHadNoEffect()
    {
        listener.Stop();

        var result = await SendAsync();

        Assert.Contains("cannot be reached", Assert.IsType<OutboundResult<string>.NotReached>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConnectionThatBreaksBeforeTheResponseIsUnclear()
    {
        var sending = SendAsync();
        using (var connection = await listener.AcceptTcpClientAsync().WaitAsync(WaitTimeout))
        {
            await ReadAllAsync(connection.GetStream());
        }

        Assert.IsType<OutboundResult<string>.Unclear>(await sending.WaitAsync(WaitTimeout));
    }

    [Fact]
    public async Task AResponseThatDoesNotComeIsUnclear()
    {
        client.Timeout = TimeSpan.FromMilliseconds(200);
        var sending = SendAsync();
        using var connection = await listener.AcceptTcpClientAsync().WaitAsync(WaitTimeout);

        var unclear = Assert.IsType<OutboundResult<string>.Unclear>(await sending.WaitAsync(WaitTimeout));

        Assert.Equal("does not answer in time", unclear.Reason);
    }

    [Fact]
    public async Task AResponseOfAnyStatusIsAnAnswer()
    {
        var sending = SendAsync();
        using var connection = await listener.AcceptTcpClientAsync().WaitAsync(WaitTimeout);
        await connection.GetStream().WriteAsync("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nlate"u8.ToArray());

        Assert.Equal("503 late", Assert.IsType<OutboundResult<string>.Answered>(await sending.WaitAsync(WaitTimeout)).Response);
    }

    [Fact]
    public async Task ACallThatIsCancelledHasNoResult()
    {
        using var stop = new CancellationTokenSource();
        var sending = SendAsync(stop.Token);
        using var connection = await listener.AcceptTcpClientAsync().WaitAsync(WaitTimeout);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(WaitTimeout));
    }

    private async Task<OutboundResult<string>> SendAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("hello") };
        return await OutboundCall.SendAsync(
            client, request, async (response, token) => $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(token)}", cancellationToken);
    }

    private static async Task ReadAllAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        var buffer = new byte[1024];
        while (!received.ToString().EndsWith("hello", StringComparison.Ordinal))
        {
            received.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        }
    }
}
