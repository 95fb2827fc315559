using System.Net;
using Bot.Chat;

namespace Bot.Api.Tests.Http;

/// <summary>The responses to errors that the client did not cause.</summary>
public sealed class ProblemTests
{
    private const string Question = """{"text":"Is a zeppelin a weapon?"}""";

    [Fact]
    public async Task AFaultOfACommandIs500AndTellsNothingOfTheFault()
    {
        await using var api = await ApiUnderTest.StartAsync(ask: _ => throw new InvalidOperationException("the inside"));

        var response = await api.PostAsync("ask", Question);

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        Assert.StartsWith("Something went wrong on my side", response.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", response.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync("readings", "{}")).Status);
    }

    [Fact]
    public async Task WhenTooManyWaitTheNextRequestIsRefusedAndTheOthersAreAnswered()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new SemaphoreSlim(0);
        await using var api = await ApiUnderTest.StartAsync(
            ask: async _ =>
            {
                begun.Release();
                await release.Task;
                return ChatReply.Answer(new TextBlock("At last."));
            },
            settings: [("Api:AtOnce", "1"), ("Api:Waiting", "0")]);

        var first = api.PostAsync("ask", Question);
        await begun.WaitAsync();
        var second = await api.PostAsync("readings", "{}");
        release.SetResult();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (second.Status, second.Headers["Retry-After"]));
        Assert.StartsWith("Too many requests wait already.", second.Detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync("readings", "{}")).Status);
    }

    [Fact]
    public async Task AClientThatGoesAwayHoldsNoPlace()
    {
        var begun = new SemaphoreSlim(0);
        await using var api = await ApiUnderTest.StartAsync(
            ask: async cancellationToken =>
            {
                begun.Release();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return ChatReply.Answer(new TextBlock("Never."));
            },
            settings: [("Api:AtOnce", "1"), ("Api:Waiting", "10")]);
        using var leave = new CancellationTokenSource();
        using var content = new StringContent(Question, System.Text.Encoding.UTF8, "application/json");

        var left = api.Client.PostAsync(new Uri("/api/v1/ask", UriKind.Relative), content, leave.Token);
        await begun.WaitAsync();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync("readings", "{}")).Status);
        Assert.DoesNotContain(api.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
