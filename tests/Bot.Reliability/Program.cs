using Bot.Reliability;

// Measures the reliability of posting exactly once: docs/reliability.md has the figures and explains them.
try
{
    return args switch
    {
        ["crash", .. var options] => await CrashTest.RunAsync(Options.Of(options)),
        ["replicas", .. var options] => await ReplicaTest.RunAsync(Options.Of(options)),
        ["channels", .. var options] => await ChannelsTest.RunAsync(Options.Of(options)),
        ["child", .. var options] => await Child.RunAsync(Options.Of(options)),
        _ => Usage(),
    };
}
catch (ChildEndedException ended)
{
    Console.Error.WriteLine(ended.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        crash [--rounds 1000] [--seed 1] [--postgresql CONNECTION] [--forums yes]   kills the program while it posts, again and again
        replicas --postgresql CONNECTION [--schedules 200] [--kills 1] [--seed 1]   three programs on one database, one of them killed at a time
        channels [--channels 10000] [--due 500] [--postgresql CONNECTION]   what many channels cost
        """);
    return 2;
}
