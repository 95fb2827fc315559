using Bot.Reliability;

// What is said of posting exactly once is measured here: docs/reliability.md has the figures and what they mean.
return args switch
{
    ["crash", .. var options] => await CrashTest.RunAsync(Options.Of(options)),
    ["replicas", .. var options] => await ReplicaTest.RunAsync(Options.Of(options)),
    ["child", .. var options] => await Child.RunAsync(Options.Of(options)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        crash [--rounds 1000] [--seed 1] [--postgresql CONNECTION]   kills the program while it posts, again and again
        replicas --postgresql CONNECTION [--schedules 200]           three programs on one database, one of them killed
        """);
    return 2;
}
