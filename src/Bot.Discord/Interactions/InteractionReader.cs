using System.Text.Json;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>
/// Reads an interaction. Ignores unknown fields and kinds, because Discord adds them at any time, but requires what an answer needs.
/// </summary>
internal static class InteractionReader
{
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;
    private const int Attachment = 11;
    private const int FormUpload = 19;
    private const int DirectMessage = 1;
    private const string InstalledInServer = "0";
    private const int MaxOptionDepth = 3;
    private const int MaxComponentDepth = 4;

    /// <summary>The interaction; null if it has no id, token or kind.</summary>
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
        var (command, options, files) = kind is InteractionKind.Command or InteractionKind.Typing ? ReadCommand(data) : ("", [], []);
        return new Interaction
        {
            Id = id,
            Token = token,
            Kind = kind,
            Channel = DiscordChannels.ReadAddress(json.At("guild_id"), json.At("channel_id"), json.At("channel")),
            User = ReadUser(json),
            Locale = json.At("locale").Text(),
            IsDirect = IsDirect(json),
            IsGuest = json.At("authorizing_integration_owners") is { ValueKind: JsonValueKind.Object } owners && owners.At(InstalledInServer).Text() is null,
            PickableChannel = FindPickableChannel(json.At("channel")),
            ShowsCards = May(json, Permissions.EmbedLinks),
            TakesFiles = May(json, Permissions.AttachFiles),
            Command = command,
            Options = options,
            Files = kind == InteractionKind.Form ? ReadFormFiles(data) : [.. files, .. ReadTargetFiles(data)],
            Target = ReadTarget(data),
            CustomId = data.At("custom_id").Text() ?? "",
            Fields = kind == InteractionKind.Form ? ReadFields(data.At("components")) : [],
            ChosenChannels = kind == InteractionKind.Form ? ReadChannels(data) : [],
            Message = kind == InteractionKind.Press ? json.At("message").ValueKind == JsonValueKind.Object ? json.At("message").Clone() : default : default,
        };
    }

    // Interactions without a server can also come from a conversation where a member uses the bot.
    private static bool IsDirect(JsonElement json) => json.At("context").Number() is { } context ? context == DirectMessage : json.At("guild_id").Text() is null;

    // A thread's parent channel accepts posts, whatever its kind.
    private static string? FindPickableChannel(JsonElement channel) => channel.At("type").Number() is { } type
        ? DiscordChannels.IsThread(channel) ? channel.At("parent_id").Text()
            : DiscordChannels.TakePosts.Contains((int)type) ? channel.At("id").Text() : null
        : null;

    private static bool May(JsonElement json, ulong permission) =>
        json.At("app_permissions").Text() is not { } granted || Permissions.Read(granted).Has(permission);

    private static ChatUser ReadUser(JsonElement json)
    {
        var member = json.At("member");
        var user = member.ValueKind == JsonValueKind.Object ? member.At("user") : json.At("user");
        return new ChatUser(user.At("id").Text() ?? "", Permissions.Read(member.At("permissions").Text()).MakeTeacher);
    }

    // A subcommand is sent as an option of its group.
    private static (string Command, IReadOnlyList<GivenOption> Options, IReadOnlyList<GivenFile> Files) ReadCommand(JsonElement data)
    {
        var path = new List<string> { data.At("name").Text() ?? "" };
        var options = data.At("options");
        for (var depth = 1; depth < MaxOptionDepth && FindNested(options) is { } inner; depth++)
        {
            path.Add(inner.At("name").Text() ?? "");
            options = inner.At("options");
        }

        var given = options.Items()
            .Where(option => option.At("type").Number() != Attachment && option.At("name").Text() is not null && option.At("value").Text() is not null)
            .Select(option => new GivenOption(option.At("name").Text() ?? "", option.At("value").Text() ?? "", option.At("focused").IsTrue()));
        var files = options.Items().Where(option => option.At("type").Number() == Attachment).Select(option => option.At("value").Text()).OfType<string>();
        return (string.Join(' ', path), [.. given], [.. files.Select(file => ReadFile(FindResolved(data, "attachments", file)))]);
    }

    // A file without a description is kept, but cannot be downloaded.
    private static GivenFile ReadFile(JsonElement attachment) => new(
        attachment.At("filename").Text() ?? "", attachment.At("size").Number() ?? 0, attachment.At("url").Text() ?? "");

    private static JsonElement FindResolved(JsonElement data, string kind, string id) => data.At("resolved").At(kind).At(id);

    private static JsonElement? FindNested(JsonElement options) => options.Items()
        .Where(option => option.At("type").Number() is SubCommand or SubCommandGroup)
        .Select(option => (JsonElement?)option)
        .FirstOrDefault();

    private static string? ReadTarget(JsonElement data) => data.At("target_id").Text() is { } target
        ? FindResolved(data, "messages", target) is { ValueKind: JsonValueKind.Object } message ? MessageWords.Of(message) : ""
        : null;

    private static IEnumerable<GivenFile> ReadTargetFiles(JsonElement data) => data.At("target_id").Text() is { } target
        ? FindResolved(data, "messages", target).At("attachments").Items().Select(ReadFile)
        : [];

    // Discord puts the resolved files and channels next to the fields or inside them.
    private static IReadOnlyList<GivenFile> ReadFormFiles(JsonElement data) =>
    [
        .. ReadComponents(data.At("components").Items(), MaxComponentDepth)
            .Where(item => item.At("type").Number() == FormUpload)
            .SelectMany(item => item.At("values").Items().Select(value => value.Text()).OfType<string>().Select(file =>
                FindResolved(data, "attachments", file) is { ValueKind: JsonValueKind.Object } beside ? beside : FindResolved(item, "attachments", file)))
            .Select(ReadFile),
    ];

    // Fields are in labels or, in the old format, in rows. A list without a choice is present but empty.
    private static Dictionary<string, IReadOnlyList<string>> ReadFields(JsonElement components)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var item in ReadComponents(components.Items(), MaxComponentDepth))
        {
            if (item.At("custom_id").Text() is { } name)
            {
                fields[name] = item.At("value").Text() is { } value ? [value] : [.. item.At("values").Items().Select(chosen => chosen.Text()).OfType<string>()];
            }
        }

        return fields;
    }

    // Discord puts the resolved channels next to the fields or inside them.
    private static Dictionary<string, Permissions> ReadChannels(JsonElement data)
    {
        var items = ReadComponents(data.At("components").Items(), MaxComponentDepth).ToList();
        var chosen = items.SelectMany(item => item.At("values").Items()).Select(value => value.Text()).OfType<string>().Distinct().ToList();
        return items.Prepend(data)
            .Select(item => item.At("resolved").At("channels"))
            .SelectMany(channels => chosen.Select(id => (Id: id, Channel: channels.At(id))))
            .Where(channel => channel.Channel.ValueKind == JsonValueKind.Object)
            .DistinctBy(channel => channel.Id)
            .ToDictionary(channel => channel.Id, channel => Permissions.Read(channel.Channel.At("permissions").Text()), StringComparer.Ordinal);
    }

    private static IEnumerable<JsonElement> ReadComponents(IEnumerable<JsonElement> items, int depth) => depth == 0
        ? []
        : items.SelectMany(item => ReadComponents(item.At("components").Items(), depth - 1)
            .Concat(ReadComponents(item.At("component") is { ValueKind: JsonValueKind.Object } inner ? [inner] : [], depth - 1))
            .Prepend(item));
}
