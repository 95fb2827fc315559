using System.Net;
using System.Net.Sockets;
using Bot.Library.Embeddings;

namespace Bot.Library.Tests.Embeddings;

public sealed class RemoteEmbeddingsTests
{
    [Fact]
    public async Task AServerThatRefusesTheConnectionIsUnavailable()
    {
        var failure = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => EmbedAsync($"http://127.0.0.1:{FindFreePort()}/v1"));

        Assert.Contains("refused", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task AServerThatRefusesTheRequestIsUnavailable(HttpStatusCode status)
    {
        var port = FindFreePort();
        using var server = new HttpListener();
        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        var answering = AnswerAsync(server, status);

        var failure = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => EmbedAsync($"http://127.0.0.1:{port}/v1"));

        await answering;
        Assert.Contains($"{(int)status}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEndedRequestIsNotAFailureOfTheServer()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EmbedAsync($"http://127.0.0.1:{FindFreePort()}/v1", ended.Token));
    }

    private static async Task EmbedAsync(string address, CancellationToken cancellationToken = default)
    {
        var model = SentenceModels.Of(new EmbeddingOptions { Provider = EmbeddingProvider.OpenAI, Address = address, Model = "some-model" });
        using var generator = model.Generator!;
        await generator.GenerateAsync(["It rained."], cancellationToken: cancellationToken);
    }

    private static async Task AnswerAsync(HttpListener server, HttpStatusCode status)
    {
        var context = await server.GetContextAsync();
        context.Response.StatusCode = (int)status;
        context.Response.Close();
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
