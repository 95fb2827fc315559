using System.Text.Json.Nodes;
using Bot.Discord.Fake;
using Bot.Testing;

namespace Bot.Discord.Tests.Fake;

/// <summary>The loopback Discord reports the errors that Discord reports.</summary>
public sealed class BodyCheckTests
{
    private const string Right = """{"content":"It rained.","embeds":[{"title":"On Rain","description":"It rained."}],"components":[],"allowed_mentions":{"parse":[]}}""";

    [Theory]
    [InlineData("""{"content":"{2001}"}""", "content over 2,000")]
    [InlineData("""{"embeds":[{"title":"{257}","description":"a"}]}""", "title over 256")]
    [InlineData("""{"embeds":[{"description":"{4097}"}]}""", "text over 4,096")]
    [InlineData("""{"embeds":[{"description":"{3001}"},{"description":"{3000}"}]}""", "over 6,000 in all")]
    [InlineData("""{"content":" ","embeds":[]}""", "an empty message")]
    [InlineData("""{"nonce":"{26}"}""", "a nonce over 25")]
    [InlineData("""{"allowed_mentions":{"parse":["everyone"]}}""", "mentions are not ruled out")]
    [InlineData("""{"allowed_mentions":null}""", "mentions are not ruled out")]
    [InlineData("""{"components":[{"type":1,"components":[{"type":2,"label":"a","custom_id":"{101}"}]}]}""", "over 100")]
    [InlineData("""{"components":[{"type":1,"components":[{"type":2,"label":"a","custom_id":"x"},{"type":2,"label":"b","custom_id":"x"}]}]}""", "the same custom id twice")]
    [InlineData("""{"components":[{"type":1,"components":[]}]}""", "a row of none")]
    [InlineData("""{"poll":{"question":{"text":"{301}"},"answers":[]}}""", "question over 300")]
    public void AMessageThatBreaksALimitIsFound(string change, string said)
    {
        var message = (JsonObject)JsonNode.Parse(Right)!;
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(Filled(change))!)
        {
            message[name] = value?.DeepClone();
        }

        Assert.Empty(LimitTable.Check(JsonNode.Parse(Right)));
        Assert.Contains(LimitTable.Check(message), wrong => wrong.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"type":1,"name":"Ask","description":"a"}]""", "is no name")]
    [InlineData("""[{"type":1,"name":"ask","description":"{101}"}]""", "empty or over 100")]
    [InlineData("""[{"type":1,"name":"ask","description":"a"},{"type":1,"name":"ask","description":"a"}]""", "the same name")]
    [InlineData("""[{"type":1,"name":"ask","description":"a","options":[{"name":"a","description":"a"},{"name":"b","description":"b","required":true}]}]""", "after an optional one")]
    [InlineData("""{"type":8,"data":{"choices":[{"name":"{101}","value":"a"}]}}""", "a suggestion over 100")]
    [InlineData("""{"type":9,"data":{"title":"{46}","custom_id":"a","components":[{"label":"a"}]}}""", "title over 45")]
    [InlineData("""{"type":5,"data":{"flags":32768}}""", "another flag than ephemeral")]
    public void ACommandOrResponseThatBreaksALimitIsFound(string body, string said) =>
        Assert.Contains(LimitTable.Check(JsonNode.Parse(Filled(body))), wrong => wrong.Contains(said, StringComparison.Ordinal));

    [SharedDataFact(LoopbackDiscord.SpecificationFile)]
    public void ViolationsOfDiscordsDescriptionAreFound()
    {
        var check = new BodyCheck(RunningDiscord.Specification);
        const string Path = "channels/1/messages";

        Assert.Empty(check.Request("POST", Path, JsonNode.Parse(Right)));
        Assert.All(
            new[]
            {
                Right.Replace("\"It rained.\",\"embeds\"", "5,\"embeds\"", StringComparison.Ordinal),
                Right.Replace("[{\"title\"", "[{\"title\":7,\"url\"", StringComparison.Ordinal),
                Right.Replace("\"components\":[]", "\"components\":\"none\"", StringComparison.Ordinal),
            },
            wrong => Assert.NotEmpty(check.Request("POST", Path, JsonNode.Parse(wrong))));
        Assert.NotEmpty(check.Request("POST", "channels/1/nonsense", JsonNode.Parse(Right)));
    }

    // "{12}" stands for twelve letters.
    private static string Filled(string json) => System.Text.RegularExpressions.Regex.Replace(
        json, @"\{(\d+)\}", count => new string('x', int.Parse(count.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
}
