using System.Net;
using System.Text.Json;
using Bot.Library.Readings;

namespace Bot.Api.Tests.Http;

/// <summary>The answers of the API.</summary>
public sealed class LookupTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private readonly ApiUnderTest api = shared.Api;

    [Theory]
    [InlineData("ask", """{"text":"Have sanctions worked?"}""", "answered")]
    [InlineData("ask", """{"text":"Have sanctions worked?","options":{"reading":"what-sanctions-did"}}""", "answered")]
    [InlineData("find", """{"text":"arms control","options":{"page":2}}""", "answered")]
    [InlineData("counter", """{"text":"Sanctions will force North Korea to give up its nuclear weapons."}""", null)]
    [InlineData("summary", """{"text":"case-for-engagement","options":{"length":"short"}}""", "answered")]
    [InlineData("show", """{"text":"case-for-pressure ¶2"}""", "answered")]
    [InlineData("checkquote", """{"text":"Sanctions work when they are enforced"}""", "answered")]
    public async Task EachCommandQuotesWhatStandsAtItsAnchor(string command, string body, string? status)
    {
        var response = await api.PostAsync(command, body);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal("application/json; charset=utf-8", response.Headers["Content-Type"]);
        Assert.Equal(command, response.Json.GetProperty("command").GetString());
        Assert.True(status is null || response.Json.GetProperty("status").GetString() == status, response.Body);
        Assert.NotEqual(0, response.Json.GetProperty("passages").GetArrayLength());
        Assert.All(response.Json.GetProperty("passages").EnumerateArray(), passage =>
        {
            var reading = api.Shelf.Current.Readings.Single(reading => reading.Id.Value == passage.GetProperty("reading").GetString());
            Assert.True(Anchor.TryParse(passage.GetProperty("anchor").GetString(), out var anchor));
            var paragraph = reading.Paragraphs[anchor.Paragraph - 1];
            Assert.StartsWith(
                passage.GetProperty("quote").GetString() ?? "?", paragraph.Text[paragraph.Sentences[(anchor.Sentence ?? 0) - 1].Start..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task AnIdComesBackAsItWas()
    {
        Assert.Equal("q1", (await api.PostAsync("readings", """{"id":"q1"}""")).Json.GetProperty("id").GetString());
        Assert.Equal(7, (await api.PostAsync("readings", """{"id":7}""")).Json.GetProperty("id").GetInt32());
        Assert.False((await api.PostAsync("readings", "{}")).Json.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task ReadingsAreListedForPrograms()
    {
        var listed = (await api.SendAsync(HttpMethod.Get, "/api/v1/readings")).Json.GetProperty("readings");

        Assert.Equal(api.Shelf.Current.Readings.Select(reading => reading.Id.Value), listed.EnumerateArray().Select(reading => reading.GetProperty("name").GetString()));
        Assert.All(listed.EnumerateArray(), reading => Assert.True(reading.GetProperty("paragraphs").GetInt32() > 10));
    }

    [Fact]
    public async Task APlaceCanBeOpenedByItsAddress()
    {
        var response = await api.SendAsync(HttpMethod.Get, "/api/v1/show?text=%C2%B62&reading=case-for-pressure");

        Assert.Equal("¶2.1", response.Json.GetProperty("passages")[0].GetProperty("anchor").GetString());
    }

    [Theory]
    [InlineData("Sanctions work when they are enforced", "verbatim")]
    [InlineData("As punishment, the sanctions worked while the Security Council disagreed.", "altered")]
    [InlineData("The moon is made of the greenest cheese that a mouse ever saw.", "not-found")]
    public async Task TheVerdictOnAQuoteIsAField(string quote, string verdict) =>
        Assert.Equal(verdict, (await api.PostAsync("checkquote", JsonSerializer.Serialize(new { text = quote }))).Json.GetProperty("verdict").GetString());

    [Fact]
    public async Task AClaimThatBeginsLikeAnotherCommandIsAClaim()
    {
        var response = await api.PostAsync("counter", """{"text":"list prices of oil show that sanctions failed"}""");

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Theory]
    [InlineData("ask", "{}", "“ask” needs a few more words.")]
    [InlineData("ask", "", "The body is not JSON")]
    [InlineData("ask", "[]", "The body is not a JSON object.")]
    [InlineData("ask", """{"text":7}""", "The field “text” is not a text.")]
    [InlineData("ask", """{"text":"\ud800"}""", "The body contains half of a Unicode character")]
    [InlineData("ask", """{"text":"Why?","options":{"reading":"no-such"}}""", "No reading is called “no-such”.")]
    [InlineData("ask", """{"text":"Why?","options":{"colour":"red"}}""", "“ask” has no option “colour”.")]
    [InlineData("ask", """{"text":"Why?","options":[]}""", "The field “options” is not an object.")]
    [InlineData("ask", """{"command":"find","text":"Why?"}""", "The address asks for “ask” and the field “command” for another command.")]
    [InlineData("show", """{"text":"¶9999"}""", "There is no ¶9999")]
    [InlineData("find", """{"text":"sanctions","options":{"page":"0"}}""", "The option “page” takes a whole number from 1")]
    [InlineData("debate", "{}", "There is nothing here.")]
    [InlineData("settings", "{}", "There is nothing here.")]
    public async Task ErrorsAreProblemDetails(string command, string body, string detail)
    {
        var response = await api.PostAsync(command, body);

        Assert.Equal(command is "debate" or "settings" ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, response.Status);
        Assert.StartsWith(detail, response.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextThatIsTooLongForACommandIsRefusedWithItsLength() => Assert.StartsWith(
        "That is 5,000 characters long", (await api.PostAsync("ask", $$"""{"text":"{{new string('a', 5000)}}"}""")).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABodyThatIsTooLargeIsNotRead(bool saysHowLarge)
    {
        using var content = new ByteArrayContent(new byte[300 * 1024]);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask") { Content = content };
        request.Headers.TransferEncodingChunked = !saysHowLarge;

        using var response = await api.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("A body has at most 256 kB.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task OnlyJsonInUtf8IsRead(string? type)
    {
        using var content = new ByteArrayContent("""{"text":"Why?"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        using var response = await api.Client.PostAsync(new Uri("/api/v1/ask", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task BytesThatAreNotUtf8AreRefused()
    {
        using var content = new ByteArrayContent([.. "{\"text\":\"Why "u8, 0xFF, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await api.Client.PostAsync(new Uri("/api/v1/ask", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task AnotherMethodIsToldWhichOnesThereAre()
    {
        var ask = await api.SendAsync(HttpMethod.Get, "/api/v1/ask?text=Why");
        var show = await api.SendAsync(HttpMethod.Delete, "/api/v1/show");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (ask.Status, ask.Headers["Allow"]));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, POST"), (show.Status, show.Headers["Allow"]));
    }

    [Fact]
    public async Task QuestionsAreNotLogged()
    {
        await api.PostAsync("ask", """{"text":"Is a zeppelin a weapon?"}""");
        await api.PostAsync("ask", """{"text":"Is a zeppelin a weapon?","options":{"reading":"zeppelins"}}""");

        Assert.NotEmpty(api.Log.Lines);
        Assert.DoesNotContain(api.Log.Lines, line => line.Contains("zeppelin", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task TheDocumentDescribesEveryCommandAndWhatItTakes()
    {
        var response = await api.SendAsync(HttpMethod.Get, "/api/v1/openapi.json");

        var paths = response.Json.GetProperty("paths");
        Assert.Equal(
            ["/api/v1/ask", "/api/v1/checkquote", "/api/v1/counter", "/api/v1/find", "/api/v1/readings", "/api/v1/show", "/api/v1/summary"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var body = paths.GetProperty("/api/v1/summary").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.Equal(
            ["short", "medium", "long"],
            body.GetProperty("properties").GetProperty("options").GetProperty("properties").GetProperty("length").GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()));
        var answer = response.Json.GetProperty("components").GetProperty("schemas").GetProperty("JsonAnswer").GetProperty("properties");
        Assert.Equal("number", answer.GetProperty("elapsedMs").GetProperty("type").GetString());
        Assert.Contains("not-found", answer.GetProperty("verdict").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", response.Json.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
    }
}
