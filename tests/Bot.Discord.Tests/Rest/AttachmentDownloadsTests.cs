using System.Net;
using Bot.Chat;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Rest;

public sealed class AttachmentDownloadsTests : IDisposable
{
    private const string Place = "https://cdn.discordapp.com/attachments/1/2/bees.txt?ex=1";
    private readonly FileServer server = new();

    [Fact]
    public async Task AFileIsFetchedFromDiscordsServers()
    {
        server.Content = "Bees."u8.ToArray();

        Assert.Equal(server.Content, await FetchAsync(Place));
        Assert.Equal(Place, Assert.Single(server.Asked));
    }

    [Theory]
    [InlineData("https://files.example/bees.txt")]
    [InlineData("http://cdn.discordapp.com/bees.txt")]
    [InlineData("https://cdn.discordapp.com.example/bees.txt")]
    [InlineData("https://cdn.discordapp.com@files.example/bees.txt")]
    [InlineData("https://cdn.discordapp.com:8443/bees.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("bees.txt")]
    [InlineData("")]
    public async Task NothingIsFetchedFromElsewhere(string address)
    {
        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(address));

        Assert.Contains("Discord’s own servers", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Found)]
    public async Task AFailedDownloadIsReported(HttpStatusCode status)
    {
        server.Status = status;

        Assert.Contains($"status {(int)status}", (await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(Place))).Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task AFileThatIsLargerThanItSaidIsReadNoFurtherThanItMayBe()
    {
        server.IsEndless = true;

        Assert.Contains("larger than the maximum of 1 MB", (await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(Place))).Message, StringComparison.Ordinal);
        Assert.InRange(server.BytesRead, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public async Task AFileThatSaysItIsTooLargeIsNotAskedFor()
    {
        await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(Place, bytes: 300_000_000));

        Assert.Empty(server.Asked);
    }

    [Fact]
    public void WithoutAFileThereIsNone() => Assert.Empty(Downloads().Of([]));

    public void Dispose() => server.Dispose();

    private Task<byte[]> FetchAsync(string address, long bytes = 0) =>
        Downloads().Of([new GivenFile("bees.txt", bytes, address)])[0].ReadAsync(maxMegabytes: 1, CancellationToken.None);

    private AttachmentDownloads Downloads() => new(server, Options.Create(new DiscordOptions()));

    private sealed class FileServer : HttpMessageHandler, IHttpClientFactory
    {
        public List<string> Asked { get; } = [];

        public byte[] Content { get; set; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public bool IsEndless { get; set; }

        public long BytesRead { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add($"{request.RequestUri}");
            HttpContent content = IsEndless ? new StreamContent(new Endless(this)) : new ByteArrayContent(Content);
            return Task.FromResult(new HttpResponseMessage(Status) { Content = content });
        }

        private sealed class Endless(FileServer server) : MemoryStream
        {
            public override int Read(Span<byte> buffer)
            {
                server.BytesRead += buffer.Length;
                return buffer.Length;
            }

            public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
        }
    }
}
