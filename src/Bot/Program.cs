using Bot.CommandLine;
using Bot.Library.Readings.Parsing;

// The program starts itself once more to read files; that process knows nothing of the rest.
return args is [ReaderChild.Verb, .. var limits]
    ? ReaderChild.Run(limits)
    : await BotCommandLine.RunAsync(args, CancellationToken.None);
