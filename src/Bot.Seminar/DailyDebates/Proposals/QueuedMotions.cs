using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Proposals;

/// <summary>
/// The queue of a channel's teachers, which comes before the plan. Each motion is a line: a sentence to debate, or the place of one. <c>debate queue</c>
/// and imported files use the same format.
/// </summary>
public sealed class QueuedMotions
{
    private readonly ProposalStore proposals;
    private readonly ChannelShelves shelves;
    private readonly MotionPools pools;
    private readonly TimeProvider time;

    internal QueuedMotions(ProposalStore proposals, ChannelShelves shelves, MotionPools pools, TimeProvider time)
    {
        (this.proposals, this.shelves, this.pools, this.time) = (proposals, shelves, pools, time);
    }

    /// <summary>Adds a motion at the end.</summary>
    /// <exception cref="Storage.DatabaseUnavailableException">Nothing was added.</exception>
    public async Task<QueueOutcome> AddAsync(ChannelAddress channel, string line, CancellationToken cancellationToken)
    {
        var (named, problem) = await pools.ReadTypedAsync(shelves.Of(channel), InputText.Clean(line), cancellationToken);
        if (named is null)
        {
            return new QueueOutcome("", "", problem);
        }

        var added = await proposals.AddAsync(ChannelKey.Of(channel), named.Text, "", Dates.Now(time), cancellationToken);
        return new QueueOutcome(added.Id, named.Text, added.Obstacle == ProposalStore.Obstacle.None ? null : ProposalReplies.TooMany);
    }

    /// <summary>Changes the words of a motion; its position stays the same.</summary>
    /// <exception cref="Storage.DatabaseUnavailableException">Nothing was changed.</exception>
    public async Task<QueueOutcome> ChangeAsync(ChannelAddress channel, string id, string line, CancellationToken cancellationToken)
    {
        var (named, problem) = await pools.ReadTypedAsync(shelves.Of(channel), InputText.Clean(line), cancellationToken);
        if (named is null)
        {
            return new QueueOutcome(id, "", problem);
        }

        var isChanged = await proposals.RewriteAsync(ChannelKey.Of(channel), id, named.Text, cancellationToken);
        return new QueueOutcome(id, named.Text, isChanged ? null : ProposalTexts.NotQueued);
    }

    /// <summary>Adds the lines of a file. A line that exists already is skipped, so that a file can be imported again.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="file">The file's text.</param>
    /// <param name="known">The waiting motions, as <see cref="Agenda.ChannelAgenda.Queue"/> has them.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Storage.DatabaseUnavailableException">Not all lines were read; those before are added.</exception>
    public Task<ImportOutcome> ImportAsync(ChannelAddress channel, string file, IEnumerable<string> known, CancellationToken cancellationToken) =>
        ImportOutcome.OfAsync(file, known, async line => (await AddAsync(channel, line, cancellationToken)).Problem);
}

/// <summary>The result of queueing a motion.</summary>
/// <param name="Id">Its id; empty if it was not added.</param>
/// <param name="Motion">Its words.</param>
/// <param name="Problem">The problem, in a sentence; null for none.</param>
public sealed record QueueOutcome(string Id, string Motion, string? Problem);
