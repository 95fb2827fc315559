using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.Forms;

public class FormTests
{
    [Fact]
    public async Task TheShortcutThatIsEverywhereOpensTheFormOfAQuestion()
    {
        var seminar = new ScriptedSeminar
        {
            Commands = [new CommandInfo("ask", "Answers.") { Text = new OptionInfo("question", "What.") { Required = true }, TakesBareWords = true }],
        };
        await using var slack = await StartAsync(seminar);
        var payload = Payloads.Interaction("shortcut", SlackUnderTest.Student, "1");
        payload["callback_id"] = "ask";

        using var response = await slack.Member().InteractAsync(payload);

        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count == 1);
        Assert.Equal("/ask", slack.Slack.Screen.Views[0]["title"]?["text"]?.GetValue<string>());
        Assert.Contains(SlackUnderTest.Student, slack.Slack.Screen.Views[0]["private_metadata"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACommandWithoutTheWordsThatItNeedsOpensAForm()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);

        var form = await OpenAsync(slack, "ask");

        Assert.Equal("/ask", form["title"]?["text"]?.GetValue<string>());
        Assert.Equal(
            [("question", "plain_text_input"), ("reading", "external_select"), ("_share", "checkboxes")],
            Fields(form).Select(field => (field["block_id"]!.GetValue<string>(), field["element"]!["type"]!.GetValue<string>())));
        Assert.Empty(seminar.Got);
        Assert.Empty(slack.Seen);
    }

    [Fact]
    public async Task AFormIsInTheLanguageOfTheChannel()
    {
        await using var slack = await StartAsync(new ScriptedSeminar { Language = "de" });

        var form = await OpenAsync(slack, "ask");

        Assert.Equal(("/ask", "Senden", "Abbrechen"), (TextOf(form["title"]), TextOf(form["submit"]), TextOf(form["close"])));
        Assert.Equal(["Frage", "Text", "Antwort"], Fields(form).Select(field => TextOf(field["label"])));
        Rendering.Approved.Check("form-ask-de", form["blocks"]!);
        Assert.Equal("Was du wissen möchtest.", TextOf(Fields(form).First()["hint"]));
        Assert.Contains("Beantwortet eine Frage mit Sätzen aus den Texten", form["blocks"]![0]!.ToJsonString(BlockKitText), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debate", "schedule")]
    [InlineData("seminar", "debate schedule")]
    public async Task ACommandOfAGroupOpensItsOwn(string command, string text)
    {
        await using var slack = await StartAsync(new ScriptedSeminar());

        Assert.Equal("/debate schedule", (await OpenAsync(slack, command, text))["title"]?["text"]?.GetValue<string>());
    }

    [Fact]
    public async Task AFormForTeachersIsOpenedForNobodyElse()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule"));

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal(("debate", "schedule", false), (seminar.Got[0].Name, seminar.Got[0].Text, seminar.Got[0].User.IsTeacher));
        Assert.Empty(slack.Slack.Screen.Views);
    }

    [Fact]
    public async Task ACommandThatNeedsNothingRuns()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate"));

        Assert.Single(seminar.Got);
        Assert.Empty(slack.Slack.Screen.Views);
    }

    [Fact]
    public async Task TheCommandSaysWhatItNeedsIfNoFormCanBeOpened()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);
        slack.Slack.Faults.Add("views.open", new Fault.Refusal("expired_trigger_id"));

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask"));

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Single(seminar.Got);
        Assert.True(slack.Seen[0].IsPrivate);
    }

    [Fact]
    public async Task TheAcknowledgementDoesNotWaitForTheForm()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);
        slack.Slack.Faults.Add("views.open", new Fault.Hang());

        var taken = await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask"));

        Assert.InRange(taken.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await Eventually.IsTrueAsync(() => seminar.Got.Count == 1);
    }

    [Fact]
    public async Task ASubmittedFormRunsTheCommandAndIsAnsweredWhereItWasRequested()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);
        var form = await OpenAsync(slack, "ask");

        using var response = await slack.Member().InteractAsync(Submission(form, ("question", "Did it rain?")));

        Assert.Empty(await response.Content.ReadAsStringAsync());
        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal(("ask", "Did it rain?", (ReplyVisibility?)null), (seminar.Got[0].Name, seminar.Got[0].Text, seminar.Got[0].Wanted));
        Assert.Equal(FakeSlack.Channel, slack.Slack.Screen.Messages[0].Channel);
        Assert.True(slack.Seen[0].IsPrivate);
    }

    [Fact]
    public async Task TheMembersWorkspaceIsUsedIfAnOrganizationHasTheApp()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await StartAsync(seminar);
        var submission = Submission(await OpenAsync(slack, "ask"), ("question", "Did it rain?"));
        (submission["team"], submission["is_enterprise_install"]) = (null, true);
        submission["enterprise"] = new JsonObject { ["id"] = "E0UNION", ["name"] = "Union of seminars" };

        using var response = await slack.Member().InteractAsync(submission);

        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        Assert.Equal(FakeSlack.Team, Assert.Single(seminar.Got).Channel.Space);
    }

    [Fact]
    public async Task ValuesAreSuggestedWhileTheyAreTyped()
    {
        SuggestionRequest? asked = null;
        var seminar = new ScriptedSeminar
        {
            Suggestions = request =>
            {
                asked = request;
                return [new Suggestion("On Rain", "on-rain"), new Suggestion("Too long", new string('x', 76))];
            },
        };
        await using var slack = await StartAsync(seminar);
        await OpenAsync(slack, "ask");

        var options = await SuggestAsync(slack, "reading", "ra");

        Assert.Equal(["on-rain"], options.Select(option => option!["value"]!.GetValue<string>()));
        Assert.Equal(("ask", "reading", "ra"), (asked?.Command, asked?.Option, asked?.Typed));
    }

    [Fact]
    public async Task ATopicMayBeAnyWords()
    {
        var seminar = new ScriptedSeminar
        {
            Commands = [new CommandInfo("summary", "Sums up.") { Text = new OptionInfo("topic", "What.") { Kind = OptionKind.Topic, Required = true } }],
            Suggestions = _ => [new Suggestion("On Rain", "on-rain")],
        };
        await using var slack = await StartAsync(seminar);
        await OpenAsync(slack, "summary");

        var options = await SuggestAsync(slack, "topic", "rain in May");

        Assert.Equal(["rain in May", "on-rain"], options.Select(option => option!["value"]!.GetValue<string>()));
    }

    private protected virtual Task<SlackUnderTest> StartAsync(ISeminar seminar) => SlackUnderTest.StartAsync(seminar);

    private static async Task<JsonObject> OpenAsync(SlackUnderTest slack, string command, string text = "")
    {
        await slack.DeliverAsync(new Happening(HappeningKind.Command, command, text) { IsTeacher = true });
        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count > 0);
        return slack.Slack.Screen.Views[0];
    }

    private static async Task<JsonArray> SuggestAsync(SlackUnderTest slack, string field, string typed)
    {
        var payload = Payloads.Interaction("block_suggestion", SlackUnderTest.Student, "1");
        payload["action_id"] = "value";
        payload["block_id"] = field;
        payload["value"] = typed;
        payload["view"] = slack.Slack.Screen.Views[0].DeepClone();
        using var response = await slack.Member().InteractAsync(payload, "/slack/options");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["options"]!.AsArray();
    }

    private static JsonObject Submission(JsonObject view, params (string Field, string Value)[] values)
    {
        var filled = (JsonObject)view.DeepClone();
        filled["state"] = new JsonObject
        {
            ["values"] = new JsonObject(values.Select(value => KeyValuePair.Create<string, JsonNode?>(
                value.Field, new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value.Value } }))),
        };
        var payload = Payloads.Interaction("view_submission", SlackUnderTest.Student, "2");
        payload["view"] = filled;
        return payload;
    }

    private static readonly JsonSerializerOptions BlockKitText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? TextOf(JsonNode? text) => text?["text"]?.GetValue<string>();

    private static IEnumerable<JsonObject> Fields(JsonObject form) =>
        form["blocks"]!.AsArray().OfType<JsonObject>().Where(block => block["type"]!.GetValue<string>() == "input");
}
