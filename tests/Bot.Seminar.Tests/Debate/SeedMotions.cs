using Bot.Library;
using Bot.Seminar.Debate;
using Bot.Testing;

namespace Bot.Seminar.Tests.Debate;

/// <summary>The shipped readings with their vectors, and a finder that reads them once for all tests.</summary>
internal static class SeedMotions
{
    /// <summary>The shipped readings.</summary>
    public static Shelf Shelf { get; } = LocalModels.Shelf(TestReadings.Seeds);

    /// <summary>A finder with the shipped models.</summary>
    public static MotionFinder Finder { get; } = new(new MotionJudge(MotionModel.Load(MotionModel.ShippedFile), LocalModels.Sentences), LocalModels.Motions);
}
