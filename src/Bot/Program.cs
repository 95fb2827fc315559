using Bot.CommandLine;

return await BotCommandLine.RunAsync(args, CancellationToken.None);
