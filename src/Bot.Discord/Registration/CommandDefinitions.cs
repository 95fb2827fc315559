using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Discord.Registration;

/// <summary>Converts the catalogue to Discord's command definitions (interactions/application-commands).</summary>
internal static class CommandDefinitions
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;
    private const int SubCommand = 1;

    // Discord's contexts and installation types (interactions/application-commands, “Contexts”).
    private const int InServers = 0;
    private const int WithBot = 1;
    private const int Elsewhere = 2;
    private const int ForServers = 0;
    private const int ForMembers = 1;

    private const int Text = 3;
    private const int Number = 4;
    private const int Attachment = 11;

    /// <summary>The definitions of the commands that are listed.</summary>
    /// <param name="commands">The catalogue.</param>
    /// <param name="scope">The scope of the registration.</param>
    public static JsonArray Of(IReadOnlyList<CommandInfo> commands, CommandScope scope)
    {
        var listed = commands.Where(info => !info.IsHidden).ToList();
        var slash = listed.GroupBy(info => info.Group).Select(group => (
            Definition: CommandNotation.IsGroup(listed, group.Key) ? Group(group.Key, [.. group]) : DefineCommand(group.First()),
            NeedsChannel: group.All(info => info.NeedsChannel)));
        var onMessages = listed.Where(info => info.MessageAction is not null).Select(info => (Definition: OnMessage(info), info.NeedsChannel));
        return [.. slash.Concat(onMessages).Select(command => LimitContexts(command.Definition, command.NeedsChannel, scope))];
    }

    private static JsonObject DefineCommand(CommandInfo info)
    {
        var definition = Describe(
            SlashCommand, info.Name, info.Description, CommandTranslations.Of(info.Name), local => local.Name, local => local.Description);
        AddOptions(definition, info);
        return Restrict(definition, info.ForTeachers);
    }

    // Discord sets permissions only for a whole group; the bot itself refuses a teacher's command in a mixed group.
    private static JsonObject Group(string name, List<CommandInfo> commands)
    {
        var own = commands.Find(info => info.Name == name);
        var description = own?.Description ?? string.Join(' ', commands.Select(info => info.Description));
        var definition = Describe(
            SlashCommand,
            name,
            Chat.Delivery.ShortText.Of(description, DiscordLimits.FormDescription),
            CommandTranslations.Of(name),
            local => local.Name,
            local => local.Description);
        definition["options"] = new JsonArray([.. commands.Select(info => DefineSubcommand(info))]);
        return Restrict(definition, commands.TrueForAll(info => info.ForTeachers));
    }

    private static JsonObject DefineSubcommand(CommandInfo info)
    {
        var definition = Describe(
            SubCommand, info.NameInGroup, info.Description, CommandTranslations.Of(info.Name), local => local.NameInGroup, local => local.Description);
        AddOptions(definition, info);
        return definition;
    }

    private static JsonObject OnMessage(CommandInfo info)
    {
        var definition = new JsonObject { ["type"] = MessageCommand, ["name"] = info.MessageAction };
        AddLocal(definition, "name", CommandTranslations.Of(info.Name).Select(local => (local.Locale, local.Command.MessageAction)));
        return Restrict(definition, info.ForTeachers);
    }

    private static void AddOptions(JsonObject definition, CommandInfo info)
    {
        // Discord requires the required options first. A form asks for a missing text that is long or has parts.
        var options = info.Options
            .Prepend(info.Text)
            .OfType<OptionInfo>()
            .Select(option => (Info: option, IsRequired: IsRequired(info, option)))
            .OrderByDescending(option => option.IsRequired)
            .Select(option => (JsonNode)DefineOption(info, option.Info, option.IsRequired))
            .ToArray();
        if (info.File is { } file)
        {
            options = [.. options, Describe(info, file, Attachment)];
        }

        if (options.Length > 0)
        {
            definition["options"] = new JsonArray(options);
        }
    }

    // An option can be left out if a form asks for it, or if it can come as a file or in parts.
    private static bool IsRequired(CommandInfo info, OptionInfo option) => option is { Required: true, IsLong: false }
        && (option != info.Text || (info.TextParts.Count == 0 && info.File is null));

    private static List<(string Locale, TranslatedOption Option)> LocalsOf(CommandInfo command, OptionInfo info) =>
    [
        .. CommandTranslations.Of(command.Name)
            .Where(local => local.Command.Options.ContainsKey(info.Name))
            .Select(local => (local.Locale, local.Command.Options[info.Name])),
    ];

    private static JsonObject Describe(CommandInfo command, OptionInfo info, int type)
    {
        var locals = LocalsOf(command, info);
        var definition = new JsonObject { ["type"] = type, ["name"] = info.Name, ["description"] = info.Description };
        AddLocal(definition, "name", locals.Select(local => (local.Locale, local.Option.Name)));
        AddLocal(definition, "description", locals.Select(local => (local.Locale, local.Option.Description)));
        return definition;
    }

    private static JsonObject DefineOption(CommandInfo command, OptionInfo info, bool isRequired)
    {
        var locals = LocalsOf(command, info);
        var isNumber = info.Kind == OptionKind.Number;
        var definition = Describe(command, info, isNumber ? Number : Text);
        if (isRequired)
        {
            definition["required"] = true;
        }

        if (isNumber)
        {
            definition["min_value"] = 1;
        }
        else if (info.Choices.Count > 0)
        {
            definition["choices"] = new JsonArray([.. info.Choices.Select(choice => ChoiceOf(choice, locals))]);
        }
        else if (info.Kind != OptionKind.Text)
        {
            definition["autocomplete"] = true;
        }
        else
        {
            definition["max_length"] = DiscordLimits.FormText;
        }

        return definition;
    }

    private static JsonObject ChoiceOf(string choice, IEnumerable<(string Locale, TranslatedOption Option)> locals)
    {
        var definition = new JsonObject { ["name"] = choice, ["value"] = choice };
        AddLocal(definition, "name", locals.Select(local => (local.Locale, local.Option.Choices.GetValueOrDefault(choice))));
        return definition;
    }

    private static JsonObject Describe(
        int type,
        string name,
        string description,
        IEnumerable<(string Locale, TranslatedCommand Command)> locals,
        Func<TranslatedCommand, string?> nameOf,
        Func<TranslatedCommand, string?> descriptionOf)
    {
        var all = locals.ToList();
        var definition = new JsonObject { ["type"] = type, ["name"] = name, ["description"] = description };
        AddLocal(definition, "name", all.Select(local => (local.Locale, nameOf(local.Command))));
        AddLocal(definition, "description", all.Select(local => (local.Locale, descriptionOf(local.Command))));
        return definition;
    }

    private static void AddLocal(JsonObject definition, string property, IEnumerable<(string Locale, string? Words)> locals)
    {
        var known = locals.Where(local => local.Words is not null).ToList();
        if (known.Count > 0)
        {
            definition[$"{property}_localizations"] = new JsonObject(
                known.SelectMany(local => LocalesOf(local.Locale), (local, locale) => KeyValuePair.Create(locale, (JsonNode?)local.Words)));
        }
    }

    // Discord has two Spanish locales (reference, “Locales”).
    private static string[] LocalesOf(string locale) => locale == "es-ES" ? [locale, "es-419"] : [locale];

    private static JsonObject Restrict(JsonObject definition, bool isForTeachers)
    {
        if (isForTeachers)
        {
            definition["default_member_permissions"] = Permissions.ManageMessages.ToString(CultureInfo.InvariantCulture);
        }

        return definition;
    }

    // Commands for one server have no contexts. If only some commands of a group need a channel, the bot itself checks it.
    private static JsonObject LimitContexts(JsonObject definition, bool needsChannel, CommandScope scope)
    {
        if (scope != CommandScope.OneServer)
        {
            var isForMembers = scope == CommandScope.ServersAndMembers && !needsChannel;
            definition["contexts"] = needsChannel ? new JsonArray(InServers)
                : isForMembers ? new JsonArray(InServers, WithBot, Elsewhere)
                : new JsonArray(InServers, WithBot);
            definition["integration_types"] = isForMembers ? new JsonArray(ForServers, ForMembers) : new JsonArray(ForServers);
        }

        return definition;
    }
}

/// <summary>The scope of registered commands.</summary>
internal enum CommandScope
{
    /// <summary>For one server.</summary>
    OneServer,

    /// <summary>For all servers that install the application, and for messages to its bot.</summary>
    AllServers,

    /// <summary>Also for members who install it for themselves.</summary>
    ServersAndMembers,
}
