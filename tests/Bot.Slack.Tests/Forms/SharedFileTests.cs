using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.Forms;

/// <summary>Files of a form or a message.</summary>
public sealed class SharedFileTests : IAsyncLifetime
{
    private readonly ScriptedSeminar seminar = ReadingSeminar();
    private SlackUnderTest slack = null!;

    public async Task InitializeAsync()
    {
        var files = "";
        slack = await SlackUnderTest.StartAsync(
            seminar,
            builder => builder.Configuration["Slack:FilesBase"] = files,
            started => files = started.FilesBase.AbsoluteUri);
    }

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task AFormAsksForFilesTooAndTheirContentGoesToTheCommand()
    {
        var form = await OpenAsync("checkquote");
        var fields = form["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input").ToList();

        Assert.Equal([("quote", true), ("file", true), ("_share", true)], fields.Select(field => ((string)field!["block_id"]!, (bool)field["optional"]!)));
        Assert.Equal("""{"type":"file_input","action_id":"value","filetypes":["txt"],"max_files":1}""", fields[1]!["element"]!.ToJsonString());
        Rendering.Approved.Check("form-checkquote", form["blocks"]!);
        await SubmitAsync(form, Add("essay.txt", "My essay."u8.ToArray()));
        Assert.Equal("essay.txt: My essay.", await SeenAsync());
    }

    [Fact]
    public async Task WithoutTheScopeForFilesAFormAsksForNoneAndRequiresText()
    {
        slack.Slack.Scopes = slack.Slack.Scopes.Replace(",files:read", "", StringComparison.Ordinal);

        var form = await OpenAsync("checkquote");

        var fields = form["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input");
        Assert.Equal([("quote", false), ("_share", true)], fields.Select(field => ((string)field!["block_id"]!, (bool)field["optional"]!)));
    }

    [Fact]
    public async Task WithoutTheScopeForFilesTheMemberIsToldWhatIsMissing()
    {
        slack.Slack.Scopes = slack.Slack.Scopes.Replace(",files:read", "", StringComparison.Ordinal);

        await UseAsync("checkquote", "", Add("essay.txt", [1]));

        Assert.Contains("the app lacks the scope files:read", await SeenAsync(), StringComparison.Ordinal);
        Assert.Equal(0, slack.Slack.Files.Fetched);
    }

    [Fact]
    public async Task AFileWithATooLargeDeclaredSizeIsNotDownloaded()
    {
        await SubmitAsync(await OpenAsync("checkquote"), slack.Slack.Files.Add(slack.Slack.FilesBase, "essay.txt", [1], size: 300L * 1024 * 1024));

        Assert.Equal("The file is larger than the maximum of 1 MB. I did not store it.", await SeenAsync());
        Assert.Equal(0, slack.Slack.Files.Fetched);
    }

    [Fact]
    public async Task AFileThatIsLargerThanItSaysIsReadNoFurther()
    {
        await SubmitAsync(await OpenAsync("checkquote"), slack.Slack.Files.Add(slack.Slack.FilesBase, "essay.txt", new byte[3 * 1024 * 1024], size: 10));

        Assert.Contains("larger than the maximum of 1 MB", await SeenAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://files.example/essay.txt")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://files.slack.com.example/essay.txt")]
    [InlineData("")]
    public async Task TheTokenGoesToNoOtherServer(string address)
    {
        var file = Add("essay.txt", [1]);
        (file["url_private"], file["url_private_download"]) = (address, address);

        await SubmitAsync(await OpenAsync("checkquote"), file);

        Assert.Equal("The file is not on Slack’s own servers, so I do not download it.", await SeenAsync());
    }

    [Fact]
    public async Task TheTokenDoesNotFollowARedirection()
    {
        var form = await OpenAsync("checkquote");
        slack.Slack.Files.LeadsElsewhere = true;

        await SubmitAsync(form, Add("essay.txt", [1]));

        Assert.Contains("(status 302)", await SeenAsync(), StringComparison.Ordinal);
        Assert.Equal(1, slack.Slack.Files.Fetched);
    }

    [Fact]
    public async Task OfAMessageTheFilesThatCanBeMeantAreTakenInPlaceOfItsWords()
    {
        await UseAsync("checkquote", "Here it is", Add("me.png", [1]), Add("essay.TXT", "My essay."u8.ToArray()));

        Assert.Equal("essay.TXT: My essay.", await SeenAsync());
        Assert.Equal("", Assert.Single(seminar.Got).Text);
    }

    [Fact]
    public async Task OfAMessageWithoutSuchFilesTheWordsAreTaken()
    {
        await UseAsync("checkquote", "Here it is", Add("me.png", [1]));

        Assert.Equal("No file: Here it is", await SeenAsync());
    }

    [Theory]
    [InlineData("bees.txt", "bees.txt: Bees.")]
    [InlineData("me.png", "That message has no file that I can read.")]
    public async Task ACommandOnTheFilesOfAMessageNeedsSome(string name, string said)
    {
        await UseAsync("shelve", "Here it is", Add(name, "Bees."u8.ToArray()));

        Assert.Equal(said, await SeenAsync());
    }

    [Fact]
    public async Task AFileThatComesWithACommandInADirectMessageIsTaken()
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["channel_type"] = "im",
            ["subtype"] = "file_share",
            ["text"] = "checkquote",
            ["files"] = new JsonArray(Add("essay.txt", "My essay."u8.ToArray())),
        };

        using var response = await slack.Member().In("D0STUDENT").SayAsync(message, "1");

        Assert.Equal("essay.txt: My essay.", await SeenAsync());
    }

    private static ScriptedSeminar ReadingSeminar() => new()
    {
        Commands =
        [
            new CommandInfo("checkquote", "Checks a quote.")
            {
                Text = new OptionInfo("quote", "The words to check.") { Required = true, IsLong = true },
                File = new OptionInfo("file", "An essay."),
                FileExtensions = ["txt"],
                MessageAction = "Check quote",
            },
            new CommandInfo("shelve", "Adds readings.")
            {
                File = new OptionInfo("file", "A reading."),
                FileExtensions = ["txt"],
                MessageAction = "Add to readings",
                ActsOnFiles = true,
            },
        ],
        Answer = async (command, cancellationToken) =>
        {
            if (command.Files is not [var file, ..])
            {
                return ChatReply.Answer(new TextBlock($"No file: {command.Text}"));
            }

            try
            {
                return ChatReply.Answer(new TextBlock($"{file.Name}: {Encoding.UTF8.GetString(await file.ReadAsync(1, cancellationToken))}"));
            }
            catch (AttachmentException unavailable)
            {
                return ChatReply.Error(unavailable.Message);
            }
        },
    };

    private JsonObject Add(string name, byte[] content) => slack.Slack.Files.Add(slack.Slack.FilesBase, name, content);

    private async Task<JsonObject> OpenAsync(string command)
    {
        await slack.DeliverAsync(new Happening(HappeningKind.Command, command));
        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Views.Count > 0);
        return slack.Slack.Screen.Views[0];
    }

    private async Task SubmitAsync(JsonObject form, JsonObject file)
    {
        var filled = (JsonObject)form.DeepClone();
        filled["state"] = new JsonObject
        {
            ["values"] = new JsonObject
            {
                ["quote"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = null } },
                ["file"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "file_input", ["files"] = new JsonArray(file.DeepClone()) } },
            },
        };
        var payload = Payloads.Interaction("view_submission", SlackUnderTest.Student, "2");
        payload["view"] = filled;
        using var response = await slack.Member().InteractAsync(payload);
    }

    private async Task UseAsync(string shortcut, string words, params JsonObject[] files)
    {
        var payload = Payloads.Interaction("message_action", SlackUnderTest.Student, "3");
        payload["callback_id"] = shortcut;
        payload["channel"] = new JsonObject { ["id"] = FakeSlack.Channel, ["name"] = "general" };
        payload["response_url"] = slack.Slack.ResponseUrl("3", FakeSlack.Channel, SlackUnderTest.Student).AbsoluteUri;
        payload["message"] = new JsonObject { ["type"] = "message", ["ts"] = "1750000000.000100", ["text"] = words, ["files"] = new JsonArray([.. files]) };
        using var response = await slack.Member().InteractAsync(payload);
    }

    private async Task<string> SeenAsync()
    {
        await Eventually.IsTrueAsync(() => slack.Seen.Count == 1);
        return slack.Seen[0].Text.Trim();
    }
}
