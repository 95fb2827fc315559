using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Protocol;

namespace Bot.Discord.Interactions;

/// <summary>
/// Reads an interaction. What is unknown is passed over, for Discord adds fields and kinds at any time; what cannot be answered without
/// makes it none.
/// </summary>
internal static class InteractionReader
{
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;
    private const int DirectMessage = 1;
    private const int DeepestOption = 3;
    private const int DeepestComponent = 4;

    /// <summary>The interaction; null where it has no id, token or kind.</summary>
    public static Interaction? Read(JsonElement json)
    {
        if (json.At("id").Text() is not { } id
            || !Snowflake.Is(id)
            || json.At("token").Text() is not { Length: > 0 } token
            || json.At("type").Number() is not { } type)
        {
            return null;
        }

        // The token becomes part of an address.
        if (!token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '='))
        {
            return null;
        }

        var kind = type is >= 1 and <= 5 ? (InteractionKind)type : InteractionKind.Unknown;
        var data = json.At("data");
        var (command, options) = kind is InteractionKind.Command or InteractionKind.Typing ? ReadCommand(data) : ("", []);
        return new Interaction
        {
            Id = id,
            Token = token,
            Kind = kind,
            Channel = DiscordChannels.Address(json.At("guild_id"), json.At("channel_id"), json.At("channel")),
            User = ReadUser(json),
            IsDirect = json.At("context").Number() == DirectMessage || json.At("guild_id").Text() is null,
            ShowsCards = May(json, Permissions.EmbedLinks),
            TakesFiles = May(json, Permissions.AttachFiles),
            Command = command,
            Options = options,
            Target = ReadTarget(data),
            CustomId = data.At("custom_id").Text() ?? "",
            Fields = kind == InteractionKind.Form ? ReadFields(data.At("components")) : new Dictionary<string, string>(),
            Message = kind == InteractionKind.Press ? json.At("message").ValueKind == JsonValueKind.Object ? json.At("message").Clone() : default : default,
        };
    }

    private static bool May(JsonElement json, ulong permission) =>
        json.At("app_permissions").Text() is not { } granted || Permissions.Read(granted).Has(permission);

    private static ChatUser ReadUser(JsonElement json)
    {
        var member = json.At("member");
        var user = member.ValueKind == JsonValueKind.Object ? member.At("user") : json.At("user");
        return new ChatUser(user.At("id").Text() ?? "", Permissions.Read(member.At("permissions").Text()).MakeTeacher);
    }

    // A command of a group comes as an option of the group.
    private static (string Command, IReadOnlyList<GivenOption> Options) ReadCommand(JsonElement data)
    {
        var path = new List<string> { data.At("name").Text() ?? "" };
        var options = data.At("options");
        for (var depth = 1; depth < DeepestOption && Nested(options) is { } inner; depth++)
        {
            path.Add(inner.At("name").Text() ?? "");
            options = inner.At("options");
        }

        var given = options.Items()
            .Where(option => option.At("name").Text() is not null && option.At("value").Text() is not null)
            .Select(option => new GivenOption(option.At("name").Text() ?? "", option.At("value").Text() ?? "", option.At("focused").IsTrue()));
        return (string.Join(' ', path), [.. given]);
    }

    private static JsonElement? Nested(JsonElement options) => options.Items()
        .Where(option => option.At("type").Number() is SubCommand or SubCommandGroup)
        .Select(option => (JsonElement?)option)
        .FirstOrDefault();

    private static string? ReadTarget(JsonElement data) => data.At("target_id").Text() is { } target
        ? data.At("resolved").At("messages").At(target) is { ValueKind: JsonValueKind.Object } message ? MessageWords.Of(message) : ""
        : null;

    // Fields stand in labels or, of old, in rows.
    private static Dictionary<string, string> ReadFields(JsonElement components)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(components.Items(), DeepestComponent);
        return fields;

        void Collect(IEnumerable<JsonElement> items, int depth)
        {
            foreach (var item in items.Where(_ => depth > 0))
            {
                if (item.At("custom_id").Text() is { } name && item.At("value").Text() is { } value)
                {
                    fields[name] = value;
                }

                Collect(item.At("components").Items(), depth - 1);
                Collect(item.At("component") is { ValueKind: JsonValueKind.Object } inner ? [inner] : [], depth - 1);
            }
        }
    }
}
