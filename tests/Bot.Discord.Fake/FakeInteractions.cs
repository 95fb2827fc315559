using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Interactions as Discord sends them, including the fields that the bot does not read.</summary>
public static class FakeInteractions
{
    /// <summary>A member who uses commands.</summary>
    public const string Member = "400000000000000009";

    private const long MemberPermissions = (1L << 10) | (1L << 11);
    private const long ManageMessages = 1L << 13;
    private const long BotPermissions = (1L << 10) | (1L << 11) | (1L << 14) | (1L << 15) | (1L << 16);

    /// <summary>A ping.</summary>
    public static JsonObject Ping() => Envelope(1);

    /// <summary>A slash command.</summary>
    /// <param name="name">Its name with its group: <c>debate prompt</c>.</param>
    /// <param name="options">Its options by name.</param>
    public static JsonObject Command(string name, params (string Name, JsonNode Value)[] options)
    {
        var words = name.Split(' ');
        var given = new JsonArray([.. options.Select(option => (JsonNode)Option(option.Name, option.Value))]);
        return Envelope(2, words.Length == 1
            ? new JsonObject { ["id"] = "1", ["type"] = 1, ["name"] = name, ["options"] = given }
            : new JsonObject
            {
                ["id"] = "1",
                ["type"] = 1,
                ["name"] = words[0],
                ["options"] = new JsonArray(new JsonObject { ["type"] = 1, ["name"] = words[1], ["options"] = given }),
            });
    }

    /// <summary>A command on a message.</summary>
    public static JsonObject OnMessage(string name, string content) => Envelope(2, new JsonObject
    {
        ["id"] = "1",
        ["type"] = 3,
        ["name"] = name,
        ["target_id"] = "77",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["77"] = new JsonObject { ["id"] = "77", ["content"] = content } } },
    });

    /// <summary>Attaches a file to a slash command, as its option <c>file</c>.</summary>
    public static JsonObject WithFile(this JsonObject command, JsonObject file)
    {
        var data = (JsonObject)command["data"]!;
        var options = (JsonArray)data["options"]!;
        var own = options is [JsonObject inGroup] && (int?)inGroup["type"] == 1 ? (JsonArray)inGroup["options"]! : options;
        own.Add(new JsonObject { ["name"] = "file", ["type"] = 11, ["value"] = file["id"]?.DeepClone() });
        data["resolved"] = Resolved([file]);
        return command;
    }

    /// <summary>Puts files on the message that a command was used on.</summary>
    public static JsonObject WithMessageFiles(this JsonObject onMessage, params JsonObject[] files)
    {
        onMessage["data"]!["resolved"]!["messages"]!["77"]!["attachments"] = new JsonArray([.. files.Select(file => file.DeepClone())]);
        return onMessage;
    }

    /// <summary>Puts files into a form.</summary>
    public static JsonObject WithFormFiles(this JsonObject form, params JsonObject[] files)
    {
        var data = (JsonObject)form["data"]!;
        ((JsonArray)data["components"]!).Add(new JsonObject
        {
            ["type"] = 18,
            ["id"] = 90,
            ["component"] = new JsonObject
            {
                ["type"] = 19,
                ["id"] = 91,
                ["custom_id"] = "files",
                ["values"] = new JsonArray([.. files.Select(file => file["id"]?.DeepClone())]),
            },
        });
        data["resolved"] = Resolved(files);
        return form;
    }

    /// <summary>A value being typed.</summary>
    public static JsonObject Typing(string name, string option, string typed, params (string Name, JsonNode Value)[] others)
    {
        var interaction = Command(name, [.. others, (option, typed)]);
        interaction["type"] = 4;
        var data = (JsonObject)interaction["data"]!;
        var options = (JsonArray)(name.Contains(' ') ? data["options"]![0]!["options"] : data["options"])!;
        options[^1]!["focused"] = true;
        return interaction;
    }

    /// <summary>A button that was pressed.</summary>
    /// <param name="id">Its custom id.</param>
    /// <param name="message">The button's message.</param>
    public static JsonObject Press(string id, JsonObject? message = null)
    {
        var interaction = Envelope(3, new JsonObject { ["component_type"] = 2, ["custom_id"] = id });
        interaction["message"] = message ?? new JsonObject { ["id"] = "78", ["flags"] = 0, ["content"] = "" };
        return interaction;
    }

    /// <summary>A form that was filled in.</summary>
    public static JsonObject Form(string id, string field, string value) => Envelope(5, new JsonObject
    {
        ["custom_id"] = id,
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["id"] = 1,
            ["component"] = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = field, ["value"] = value },
        }),
    });

    /// <summary>A form with several fields that was filled in.</summary>
    /// <param name="id">Its custom id.</param>
    /// <param name="fields">The values of its fields: a text for one value, a list for chosen values.</param>
    public static JsonObject Form(string id, params (string Name, JsonNode? Value)[] fields) => Envelope(5, new JsonObject
    {
        ["custom_id"] = id,
        ["components"] = new JsonArray([.. fields.Select((field, i) => (JsonNode)new JsonObject
        {
            ["type"] = 18,
            ["id"] = (2 * i) + 1,
            ["component"] = new JsonObject
            {
                ["id"] = (2 * i) + 2,
                ["type"] = field.Value is JsonArray ? 22 : 4,
                ["custom_id"] = field.Name,
                [field.Value is JsonArray ? "values" : "value"] = field.Value?.DeepClone(),
            },
        })]),
    });

    /// <summary>Sets the member's permissions in a channel that was chosen in a form.</summary>
    public static JsonObject WithChannel(this JsonObject form, string channel, bool byTeacher)
    {
        form["data"]!["resolved"] = new JsonObject
        {
            ["channels"] = new JsonObject
            {
                [channel] = new JsonObject { ["id"] = channel, ["type"] = 0, ["permissions"] = Text(MemberPermissions | (byTeacher ? ManageMessages : 0)) },
            },
        };
        return form;
    }

    /// <summary>In a place where only the member installed the bot: in a server, or in a conversation of members.</summary>
    public static JsonObject AsGuest(this JsonObject interaction, bool isInServer)
    {
        interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = Member };
        if (!isInServer)
        {
            Outside(interaction, context: 2, type: 3);
        }

        return interaction;
    }

    /// <summary>In the member's direct messages with the bot.</summary>
    public static JsonObject InDirectMessages(this JsonObject interaction)
    {
        interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = "0", ["1"] = Member };
        Outside(interaction, context: 1, type: 1);
        return interaction;
    }

    /// <summary>Gives the member the permission to manage the channel's messages.</summary>
    public static JsonObject ByTeacher(this JsonObject interaction)
    {
        interaction["member"]!["permissions"] = Text(MemberPermissions | ManageMessages);
        return interaction;
    }

    private static JsonObject Resolved(IEnumerable<JsonObject> files) => new()
    {
        ["attachments"] = new JsonObject(files.Select(file => KeyValuePair.Create((string?)file["id"] ?? "", (JsonNode?)file.DeepClone()))),
    };

    private static JsonObject Option(string name, JsonNode value) => new()
    {
        ["name"] = name,
        ["type"] = value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? 4 : 3,
        ["value"] = value.DeepClone(),
    };

    private static JsonObject Envelope(int type, JsonObject? data = null)
    {
        var id = Snowflakes.Next();
        var envelope = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = LoopbackDiscord.BotId,
            ["type"] = type,
            ["token"] = $"aW50ZXJhY3Rpb246{id}",
            ["version"] = 1,
            ["guild_id"] = LoopbackDiscord.Server,
            ["channel_id"] = LoopbackDiscord.Channel,
            ["channel"] = new JsonObject { ["id"] = LoopbackDiscord.Channel, ["type"] = 0, ["name"] = "seminar" },
            ["member"] = new JsonObject
            {
                ["user"] = new JsonObject { ["id"] = Member, ["username"] = "ada" },
                ["roles"] = new JsonArray(),
                ["permissions"] = Text(MemberPermissions),
            },
            ["app_permissions"] = Text(BotPermissions),
            ["locale"] = "en-GB",
            ["guild_locale"] = "en-US",
            ["context"] = 0,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = LoopbackDiscord.Server },
            ["attachment_size_limit"] = 524288,
        };
        if (data is not null)
        {
            envelope["data"] = data;
        }

        return envelope;
    }

    private static void Outside(JsonObject interaction, int context, int type)
    {
        interaction.Remove("guild_id");
        interaction.Remove("guild_locale");
        interaction["user"] = interaction["member"]!["user"]!.DeepClone();
        interaction.Remove("member");
        interaction["context"] = context;
        interaction["channel"]!["type"] = type;
    }

    private static string Text(long permissions) => permissions.ToString(CultureInfo.InvariantCulture);
}
