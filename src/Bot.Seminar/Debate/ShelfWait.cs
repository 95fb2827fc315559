using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Seminar.Channels;

namespace Bot.Seminar.Debate;

/// <summary>Waits a little for the vectors of the shelf, because motions are chosen better with them and should not change a minute later.</summary>
internal sealed class ShelfWait(Shelf shelf, ChannelShelves shelves, SentenceModel model)
{
    /// <summary>A channel's readings with their vectors; without vectors if there is no model or the time is over.</summary>
    /// <param name="channel">The channel's key.</param>
    /// <param name="timeout">How long to wait, in real time.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<ShelfSnapshot> ReadCurrentAsync(string channel, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The model works in real time, also if the seminar's clock is simulated.
        using var tooLong = new CancellationTokenSource(timeout, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        while (model.Generator is not null && !end.IsCancellationRequested)
        {
            var change = shelf.NextChange;
            if (shelf.All.Index.IsEmbedded || shelf.All.Readings.Count == 0)
            {
                break;
            }

            await change.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return shelves.Of(channel);
    }
}
