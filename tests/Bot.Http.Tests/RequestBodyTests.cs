using Bot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Http.Tests;

public sealed class RequestBodyTests : IDisposable
{
    private const int MaxBytes = 100_000;

    private readonly LogLines log = new();
    private readonly LoggerFactory logging;
    private readonly FakeTimeProvider time = new();
    private readonly RequestBody bodies;

    public RequestBodyTests()
    {
        logging = new LoggerFactory([log]);
        bodies = new RequestBody(MaxBytes, time, logging.CreateLogger<RequestBody>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(MaxBytes)]
    public async Task ABodyWithinTheLimitIsReadWhole(int bytes)
    {
        var context = Request(new MemoryStream(new byte[bytes]));

        Assert.Equal(bytes, (await bodies.ReadAsync(context))?.Length);
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    [Fact]
    public async Task ABodyThatSaysItIsTooLargeIsNotRead()
    {
        using var body = new MemoryStream(new byte[MaxBytes + 1]);
        var context = Request(body);
        context.Request.ContentLength = body.Length;

        Assert.Null(await bodies.ReadAsync(context));
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, context.Response.StatusCode);
        Assert.Equal(0, body.Position);
    }

    [Fact]
    public async Task ABodyThatDoesNotSayItsSizeIsReadNoFurtherThanTheLimit()
    {
        using var body = new MemoryStream(new byte[10 * MaxBytes]);
        var context = Request(body);

        Assert.Null(await bodies.ReadAsync(context));
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, context.Response.StatusCode);
        Assert.InRange(body.Position, MaxBytes, 2 * MaxBytes);
    }

    [Fact]
    public async Task ABodyThatEndsTooEarlyIsLoggedOnceAMinuteWithoutItsWords()
    {
        for (var i = 0; i < 3; i++)
        {
            var context = Request(new BrokenStream());
            Assert.Null(await bodies.ReadAsync(context));
            Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
        }

        Assert.Single(log.Lines);
        time.Advance(TimeSpan.FromMinutes(2));
        await bodies.ReadAsync(Request(new BrokenStream()));
        Assert.Equal(2, log.Lines.Count);
        Assert.DoesNotContain(log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        logging.Dispose();
        log.Dispose();
    }

    private static DefaultHttpContext Request(Stream body)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = body;
        return context;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new BadHttpRequestException("Unexpected end of request content.");
    }
}
