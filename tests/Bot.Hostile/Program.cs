using Bot.Hostile.Files;
using Bot.Hostile.Fuzzing;
using Bot.Library.Readings.Parsing;

// Measures the figures on hostile files in docs/security.md.
return args switch
{
    [ReaderChild.Verb, .. var limits] => ReaderChild.Run(limits),
    ["make", var folder] => Make(folder),
    ["fuzz", .. var options] => Fuzz(options),
    _ => Usage(),
};

static int Make(string folder)
{
    HostileFiles.Write(folder);
    Console.WriteLine($"{HostileFiles.All.Count} hostile files and one good reading are in {folder}.");
    return 0;
}

static int Fuzz(string[] options)
{
    if (FuzzOptions.Of(options) is not { } wanted)
    {
        return Usage();
    }

    using var parser = new ReaderProcesses(ReaderCommand.StartItself("Bot.Hostile"), wanted.Reader, TimeProvider.System);
    var report = new FuzzRun(wanted, parser, TimeProvider.System).Run(Console.Out);
    Console.WriteLine(report);
    return report.IsGood ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        make FOLDER                                            writes every hostile file, and a good reading, into a folder
        fuzz [--count 1000] [--seed 1] [--first 0] [--processes 1]   reads files that are mutated in their own structure
        """);
    return 2;
}
