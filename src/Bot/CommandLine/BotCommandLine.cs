using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Seminar.Commands;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>The command line: <c>bot</c> starts the host, <c>bot ask …</c> answers and ends.</summary>
internal static class BotCommandLine
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // "find -china" leaves a word out, and "@someone" is a word, so neither must be parsed as flags or as a response file.
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    /// <summary>Runs the verb of the arguments.</summary>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = SettingArguments.Split(args);
            var parsed = Build(new Settings(arguments.Settings)).Parse(arguments.Rest, Parsing);
            if (parsed.Action is ParseErrorAction)
            {
                return Complain(parsed);
            }

            // The catch below handles exceptions, and the host handles signals itself.
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception wrong) when (OperatorsProblem.Of(wrong) is { } problem)
        {
            await Console.Error.WriteLineAsync(Visible.Of(problem));
            return ExitCode.WrongUse;
        }
        catch (OperationCanceledException)
        {
            // The program was stopped while it was starting or answering.
            return ExitCode.Abstained;
        }
    }

    private static RootCommand Build(Settings settings)
    {
        var root = new RootCommand(
            "Answers questions about a folder of assigned readings with cited passages, word for word. "
            + "Without a command it starts the chat.");
        root.Options.Add(settings.Readings);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            await BotHost.RunAsync(settings.Of(parsed), cancellationToken);
            return ExitCode.Answered;
        });

        foreach (var group in SeminarSession.CreateCatalogue().Listed.GroupBy(command => command.Group))
        {
            root.Subcommands.Add(CommandVerb.Create([.. group], settings));
        }

        root.Subcommands.Add(BatchVerb.Create(settings));
        root.Subcommands.Add(CheckVerb.Create(settings));
        root.Subcommands.Add(BackupVerb.Create(settings));
        root.Subcommands.Add(RehearseVerb.Create(settings));
        root.Subcommands.Add(HealthVerb.Create(settings));
        root.Subcommands.Add(McpVerb.Create(settings));
        root.Subcommands.Add(DiscordVerb.Create(settings));
        root.Subcommands.Add(SlackVerb.Create(settings));
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)(help.Action ?? new HelpAction()));
        }

        return root;
    }

    private static int Complain(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
        {
            var nearest = NearestName.Of(word, root.Subcommands.Select(command => command.Name));
            Console.Error.WriteLine($"There is no command “{word}”.{(nearest is null ? "" : $" Did you mean “{nearest}”?")}");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }
        }

        var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        Console.Error.WriteLine($"“bot{verb} --help” explains how to use it.");
        return ExitCode.WrongUse;
    }
}
