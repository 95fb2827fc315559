using System.CommandLine;
using Bot.Chat.Json;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>Creates verbs from the commands of the catalogue: <c>bot summary --length short sanctions</c>, <c>bot debate schedule …</c>.</summary>
internal static class CommandVerb
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    /// <summary>Creates a verb from the commands of a group; commands with two words become subcommands.</summary>
    public static Command Create(IReadOnlyList<CommandInfo> group, Settings settings)
    {
        var alone = group.FirstOrDefault(info => info.Name == info.Group);
        var verb = alone is null ? new Command(group[0].Group, DescribeGroup(group)) : Create(alone, alone.Name, settings);
        foreach (var info in group.Where(info => info != alone))
        {
            verb.Subcommands.Add(Create(info, info.NameInGroup, settings));
        }

        return verb;
    }

    private static bool Searches(CommandInfo info) => info.AnswersItsText || info.Name is "debate" or "summary";

    private static string DescribeGroup(IReadOnlyList<CommandInfo> group) => string.Join(" ", group.Select(info => info.Description));

    private static VerbWithExamples Create(CommandInfo info, string name, Settings settings)
    {
        var words = WordsOf(info);
        var options = info.Options.ToDictionary(option => option.Name, OptionOf);
        var json = new Option<bool>("--json") { Description = "Print one JSON object, as the batch does." };
        var verb = new VerbWithExamples(name, info.Description, info.Examples) { Details = info.Details };
        verb.Arguments.Add(words);
        foreach (var option in options.Values)
        {
            verb.Options.Add(option);
        }

        verb.Options.Add(json);
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var given = options
                .Select(option => (Name: option.Key, Value: parsed.GetValue(option.Value)))
                .Where(option => option.Value is not null)
                .ToDictionary(option => option.Name, option => option.Value ?? "");
            var text = string.Join(' ', parsed.GetValue(words) ?? []);

            // If a command takes a file, the text can be a path; uploads need a channel, so they are excluded.
            var file = info is { File: not null, NeedsChannel: false } ? LocalFile.Find(text) : null;
            var request = new JsonRequest(info.Name, file is null ? text : "", given);
            await using var session = SeminarSession.Open(settings.Of(parsed), cancellationToken);
            if (Searches(info))
            {
                await session.EmbedAsync(MaxWait, cancellationToken);
            }

            return await AnswerAsync(session, request, file is null ? [] : [file], parsed.GetValue(json), cancellationToken);
        });
        return verb;
    }

    private static async Task<int> AnswerAsync(
        SeminarSession session, JsonRequest request, IReadOnlyList<AttachedFile> files, bool asJson, CancellationToken cancellationToken)
    {
        var (reply, elapsed) = await session.Batch.AnswerAsync(request, files, cancellationToken);
        if (asJson)
        {
            await using var output = StandardStreams.OpenOutput();
            await output.WriteLineAsync(JsonAnswer.Of(request.Command, reply, elapsed).ToJson());
        }
        else
        {
            await Answers.PrintAsync(reply);
        }

        return ExitCode.Of(reply.Status);
    }

    private static Argument<string[]> WordsOf(CommandInfo info)
    {
        var words = new Argument<string[]>(info.Text?.Name ?? "words")
        {
            Description = info.Text?.Description ?? "",
            Arity = ArgumentArity.ZeroOrMore,
            Hidden = info.Text is null,
        };

        // Words can begin with a dash, but two dashes before a letter are a mistyped option.
        words.Validators.Add(result =>
        {
            var mistyped = result.Tokens.Select(token => token.Value)
                .FirstOrDefault(word => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsLetter(word[2]));
            if (mistyped is not null)
            {
                result.AddError($"There is no option {mistyped}.");
            }
            else if (info.Text is null && result.Tokens.Count > 0)
            {
                result.AddError($"“{info.Name}” takes no words.");
            }
        });
        return words;
    }

    // Values are checked later, as for chat messages, so that both get the same error messages.
    private static Option<string?> OptionOf(OptionInfo option) => new($"--{option.Name}")
    {
        Description = option.Description,
        HelpName = option.ValueHint,
    };
}
