using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Rendering;

namespace Bot.Slack.Forms;

/// <summary>
/// A modal for a command, with a field for its text and for each option. Unlike a slash command, it can suggest readings and places.
/// </summary>
internal static class CommandForm
{
    /// <summary>The id of the element in each field.</summary>
    public const string Element = "value";

    /// <summary>The field for showing the reply to everyone; no option has this name.</summary>
    public const string ShareField = "_share";

    /// <summary>The form's callback id.</summary>
    public const string CallbackId = "command";

    /// <summary>The fields of a command, its text first.</summary>
    public static IEnumerable<OptionInfo> ListFields(CommandInfo info) => info.Text is { } text ? info.Options.Prepend(text) : info.Options;

    /// <summary>The modal in the current language.</summary>
    /// <param name="info">The command.</param>
    /// <param name="state">The form's hidden state.</param>
    /// <param name="asksForFiles">Whether it asks for files if the command accepts some. Slack does not open such a form if the app may not read files.</param>
    public static JsonObject CreateView(CommandInfo info, FormState state, bool asksForFiles) =>
        CreateTranslatedView(CommandTranslations.Translate(info), state, asksForFiles);

    private static JsonObject CreateTranslatedView(CommandInfo info, FormState state, bool asksForFiles) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = CallbackId,
        ["private_metadata"] = state.Write(),
        ["title"] = BlockKit.PlainText($"/{info.Name}", SlackLimits.ViewTitle),
        ["submit"] = BlockKit.PlainText(FormTexts.Go, SlackLimits.ViewTitle),
        ["close"] = BlockKit.PlainText(FormTexts.Cancel, SlackLimits.ViewTitle),
        ["blocks"] = BlockKit.ArrayOf([
            BlockKit.RichText(BlockKit.Section(BlockKit.Run(info.Description))),
            .. ListFields(info).Select(option => CreateField(option, option.Required && !(asksForFiles && option == info.Text), ElementOf(option))),
            .. asksForFiles && info.File is { } file ? [CreateField(file, isRequired: false, CreateFileInput(info))] : (JsonObject[])[],
            .. info.IsPersonal || info.Visibility == ReplyVisibility.Channel ? (JsonObject[])[] : [Share()],
        ]),
    };

    private static JsonObject CreateField(OptionInfo option, bool isRequired, JsonObject element) => new()
    {
        ["type"] = "input",
        ["block_id"] = option.Name,
        ["optional"] = !isRequired,
        ["label"] = BlockKit.PlainText(option.FormLabel, SlackLimits.Label),
        ["hint"] = BlockKit.PlainText(option.Description, SlackLimits.Header),
        ["element"] = element,
    };

    private static JsonObject ElementOf(OptionInfo option) => option switch
    {
        { Choices.Count: > 0 } => new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = Element,
            ["options"] = BlockKit.ArrayOf(option.Choices.Take(SlackLimits.Options)
                .Select(choice => BlockKit.Option(option.ChoiceLabels.GetValueOrDefault(choice, choice), choice))),
        },
        { Kind: OptionKind.Text or OptionKind.Number or OptionKind.Readings } => new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = Element,
            ["multiline"] = option.IsLong,
            ["max_length"] = SlackLimits.TextInput,
        },
        _ => new JsonObject { ["type"] = "external_select", ["action_id"] = Element, ["min_query_length"] = 0 },
    };

    private static JsonObject CreateFileInput(CommandInfo info) => new()
    {
        ["type"] = "file_input",
        ["action_id"] = Element,
        ["filetypes"] = BlockKit.ArrayOf(info.FileExtensions.Select(extension => (JsonNode)extension)),
        ["max_files"] = info.MaxFiles,
    };

    private static JsonObject Share() => new()
    {
        ["type"] = "input",
        ["block_id"] = ShareField,
        ["optional"] = true,
        ["label"] = BlockKit.PlainText(FormTexts.Reply, SlackLimits.Label),
        ["element"] = new JsonObject
        {
            ["type"] = "checkboxes",
            ["action_id"] = Element,
            ["options"] = BlockKit.ArrayOf([BlockKit.Option(AdapterReplies.Share, ShareField)]),
        },
    };
}
