using Bot.CommandLine;
using Bot.Library.Readings.Parsing;

// The program starts itself a second time to read files; that process does nothing else.
return args is [ReaderChild.Verb, .. var limits]
    ? ReaderChild.Run(limits)
    : await BotCommandLine.RunAsync(args, CancellationToken.None);
