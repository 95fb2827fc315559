using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Bot.Benchmarks;

// In this process: a separate generated project would be built with this repository's rules, where warnings are errors.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator())
    .AddColumn(StatisticColumn.Median);

BenchmarkSwitcher.FromAssembly(typeof(IndexBenchmark).Assembly).Run(args, config);
