using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Interactions;

/// <summary>Files of a command, a form or a message.</summary>
public sealed class FileTests : IAsyncLifetime
{
    private readonly ScriptedSeminar seminar = ReadingSeminar();
    private RunningDiscord running = null!;

    public async Task InitializeAsync()
    {
        var discord = await LoopbackDiscord.StartAsync(RunningDiscord.Specification);
        running = await RunningDiscord.StartAsync(seminar, settings => settings["Discord:FilesBase"] = discord.FilesBase, discord);
    }

    public async Task DisposeAsync() => await running.DisposeAsync();

    [Fact]
    public async Task AnAttachedFileIsFetchedAndItsTextGoesToTheCommand()
    {
        await AskAsync(FakeInteractions.Command("checkquote").WithFile(running.Discord.Attach("essay.txt", "My essay."u8.ToArray())));

        Assert.Equal("essay.txt: My essay.", (await SeenAsync()).Text);
        Assert.Equal(("checkquote", ""), (seminar.Got[0].Name, seminar.Got[0].Text));
    }

    [Fact]
    public async Task AFileWithATooLargeDeclaredSizeIsNotDownloaded()
    {
        await AskAsync(FakeInteractions.Command("checkquote").WithFile(running.Discord.Attach("essay.txt", [1], size: 300L * 1024 * 1024)));

        Assert.Equal("The file is larger than the maximum of 1 MB. I did not store it.", (await SeenAsync()).Text);
        Assert.Equal(0, running.Discord.FilesFetched);
    }

    [Fact]
    public async Task AFileThatIsLargerThanItSaysIsReadNoFurther()
    {
        await AskAsync(FakeInteractions.Command("checkquote").WithFile(running.Discord.Attach("essay.txt", new byte[3 * 1024 * 1024], size: 10)));

        Assert.Contains("larger than the maximum of 1 MB", (await SeenAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://files.example/essay.txt")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("")]
    public async Task NothingIsFetchedFromElsewhere(string address)
    {
        var file = running.Discord.Attach("essay.txt", [1]);
        file["url"] = address;

        await AskAsync(FakeInteractions.Command("checkquote").WithFile(file));

        Assert.Equal("The file is not on Discord’s own servers, so I do not download it.", (await SeenAsync()).Text);
        Assert.Equal(0, running.Discord.FilesFetched);
    }

    [Fact]
    public async Task AMissingFileIsReportedAsMissing()
    {
        var file = running.Discord.Attach("essay.txt", [1]);
        file["url"] = $"{running.Discord.FilesBase}/attachments/1/2/essay.txt";

        await AskAsync(FakeInteractions.Command("checkquote").WithFile(file));

        Assert.Contains("(status 404)", (await SeenAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormAsksForFilesTooAndBringsThem()
    {
        var form = (await AskAsync(FakeInteractions.Command("checkquote")))!["data"]!;
        var inputs = form["components"]!.AsArray().Select(field => field!["component"]!.AsObject()).ToList();

        Assert.Equal(("checkquote", 2), ("checkquote", inputs.Count));
        Assert.Equal((false, 19, 1), ((bool)inputs[0]["required"]!, (int)inputs[1]["type"]!, (int)inputs[1]["max_values"]!));
        await AskAsync(FakeInteractions.Form((string)form["custom_id"]!, ("text", "")).WithFormFiles(running.Discord.Attach("essay.txt", "My essay."u8.ToArray())));
        Assert.Equal("essay.txt: My essay.", (await SeenAsync()).Text);
    }

    [Fact]
    public async Task OfAMessageTheFilesThatCanBeMeantAreTakenInPlaceOfItsWords()
    {
        var (picture, essay) = (running.Discord.Attach("me.png", [1]), running.Discord.Attach("essay.TXT", "My essay."u8.ToArray()));

        await AskAsync(FakeInteractions.OnMessage("Check quote", "Here it is").WithMessageFiles(picture, essay));

        Assert.Equal("essay.TXT: My essay.", (await SeenAsync()).Text);
        Assert.Equal("", seminar.Got[0].Text);
    }

    [Fact]
    public async Task OfAMessageWithoutSuchFilesTheWordsAreTaken()
    {
        await AskAsync(FakeInteractions.OnMessage("Check quote", "Here it is").WithMessageFiles(running.Discord.Attach("me.png", [1])));

        Assert.Equal("No file: Here it is", (await SeenAsync()).Text);
    }

    [Theory]
    [InlineData("readings.txt", "readings.txt: Bees.")]
    [InlineData("me.png", "That message has no file that I can read.")]
    public async Task ACommandOnTheFilesOfAMessageNeedsSome(string name, string said)
    {
        await AskAsync(FakeInteractions.OnMessage("Add to readings", "Here it is").WithMessageFiles(running.Discord.Attach(name, "Bees."u8.ToArray())).ByTeacher());

        Assert.Equal(said, (await SeenAsync()).Text);
    }

    internal static ScriptedSeminar ReadingSeminar(params IReadOnlyList<CommandInfo> others) => new()
    {
        Commands =
        [
            .. others,
            new CommandInfo("checkquote", "Checks a quote.")
            {
                Text = new OptionInfo("quote", "The words to check.") { Required = true, IsLong = true },
                File = new OptionInfo("file", "An essay."),
                FileExtensions = ["txt"],
                MessageAction = "Check quote",
            },
            new CommandInfo("shelve", "Adds readings.")
            {
                Text = new OptionInfo("names", "Which.") { Required = true },
                File = new OptionInfo("file", "A reading."),
                FileExtensions = ["txt"],
                MaxFiles = 10,
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

    private async Task<JsonNode?> AskAsync(JsonObject interaction) => (await running.SendAsync(interaction)).Response;

    private async Task<FakeMessage> SeenAsync()
    {
        await Eventually.IsSoAsync(() => running.Discord.Messages.Count == 1 && running.Discord.Pending == 0);
        return running.Discord.Messages[0];
    }
}
