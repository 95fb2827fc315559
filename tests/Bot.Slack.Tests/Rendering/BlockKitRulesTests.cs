using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Fake;
using Bot.Testing;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Compares the rules of the loopback Slack with an independent specification.</summary>
public sealed class BlockKitRulesTests
{
    private const string Specification = "data/slackblocks-spec/spec";

    // Rules that have another name in the specification, because it counts inside another object.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["section.fields.item_max_length"] = "section.fields.item",
        ["data_visualization.segment.value.exclusive_min"] = "data_visualization.segment.value",
    };

    [SharedDataFact(Specification)]
    public void EveryValidExampleIsAccepted()
    {
        var files = Directory.GetFiles(SharedData.PathOf($"{Specification}/fixtures/valid"), "*.json", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(BlockKitRules.Check(Parse(file))));
    }

    [SharedDataFact(Specification)]
    public void EveryLimitIsTheOneThatIsPublished()
    {
        var limits = Leaves(Parse(SharedData.PathOf($"{Specification}/limits.json")), "").ToList();

        Assert.NotEmpty(limits);
        Assert.All(limits, limit =>
        {
            var (name, end) = (limit.Name[..limit.Name.LastIndexOf('.')], limit.Name[(limit.Name.LastIndexOf('.') + 1)..]);
            if (end == "max_length" && limit.Name == "data_table.content.max_length")
            {
                // A sum over many parts; the structure check covers it, see below.
                return;
            }

            var rule = BlockKitLimits.All.Single(rule => rule.Name == OtherNames.GetValueOrDefault(limit.Name, name));
            var ours = end is "exclusive_min" ? Math.Floor(rule.Least) : end.StartsWith("min", StringComparison.Ordinal) ? rule.Least : rule.Most;
            Assert.Equal((limit.Name, limit.Value), (limit.Name, ours));
        });
    }

    [SharedDataFact(Specification)]
    public void EveryInvalidCaseIsRejected()
    {
        var cases = Parse(SharedData.PathOf($"{Specification}/fixtures/invalid/manifest.json"))["cases"] as JsonArray ?? [];
        var examples = Directory.GetFiles(SharedData.PathOf($"{Specification}/fixtures/valid"), "*.json", SearchOption.AllDirectories)
            .Select(file => InItsPlace(file, Parse(file)))
            .ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, one =>
        {
            var constraint = one!["constraint"]!.GetValue<string>();
            var broken = InvalidBlockKit.Make(constraint, examples);
            var problems = BlockKitRules.Check(broken);
            Assert.Contains(problems, problem => problem.StartsWith($"{InvalidBlockKit.RuleOf(constraint)}:", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void AMessageOfTooManyBlocksIsRejected()
    {
        var blocks = new JsonArray([.. Enumerable.Range(0, 51).Select(_ => (JsonNode)new JsonObject { ["type"] = "divider" })]);

        Assert.NotEmpty(BlockKitRules.CheckMessage(new JsonObject { ["blocks"] = blocks }));
    }

    [Fact]
    public void TwoButtonsOfOneIdAreRejected()
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = "same", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "A" } };

        Assert.NotEmpty(BlockKitRules.Check(new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(button, button.DeepClone()) }));
    }

    // Some parts of Block Kit have no type; their kind depends on the containing property.
    private static JsonNode InItsPlace(string file, JsonNode part) => Path.GetFileName(file) switch
    {
        "confirmation_dialogue_basic.json" => new JsonObject { ["confirm"] = part },
        "option_basic.json" => new JsonObject { ["options"] = new JsonArray(part) },
        "option_group_basic.json" => new JsonObject { ["option_groups"] = new JsonArray(part) },
        _ => part,
    };

    private static JsonNode Parse(string file) => JsonNode.Parse(File.ReadAllText(file)) ?? throw new JsonException(file);

    private static IEnumerable<(string Name, double Value)> Leaves(JsonNode? node, string name) => node switch
    {
        JsonObject part => part.SelectMany(member => Leaves(member.Value, name.Length == 0 ? member.Key : $"{name}.{member.Key}")),
        JsonValue value => [(name, value.Deserialize<double>())],
        _ => [],
    };
}
