namespace Bot.Library.Tests;

public sealed class MemoryServiceTests
{
    private const long Megabyte = 1 << 20;

    [Theory]
    [InlineData(new long[] { 40, 90, 91, 92, 93 }, 2)] // in the first quiet interval after much work, once
    [InlineData(new long[] { 20, 21, 31, 31, 33 }, 4)] // after little work only when it adds up
    public void MemoryIsReleasedInARestAfterMuchWork(long[] allocated, int at)
    {
        var watch = new MemoryService.AllocationWatch();

        Assert.Equal(allocated.Select((_, i) => i == at), allocated.Select(megabytes => watch.IsRestAfterWork(megabytes * Megabyte)));
    }
}
