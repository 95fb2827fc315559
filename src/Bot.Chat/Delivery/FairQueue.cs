using System.Threading.Channels;

namespace Bot.Chat.Delivery;

/// <summary>
/// Waiting work, in a queue for each member. The queues take turns, so that a long one delays only its owner; only a limited number of one member's items
/// run at a time. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of an item of work.</typeparam>
/// <param name="most">How many items can wait in all queues together.</param>
/// <param name="mostOfOne">How many can wait in one queue.</param>
/// <param name="outOfOne">How many of one queue can run at the same time.</param>
internal sealed class FairQueue<T>(int most, int mostOfOne, int outOfOne)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly Channel<Line> turns = Channel.CreateUnbounded<Line>();
    private int waiting;
    private bool isClosed;

    /// <summary>Adds work to the end of its owner's queue.</summary>
    /// <returns>False if too much work is waiting, in that queue or in all, or if they are closed.</returns>
    public bool TryAdd(string owner, T work)
    {
        lock (gate)
        {
            var line = lines.GetValueOrDefault(owner) ?? new Line(owner);
            if (isClosed || waiting >= most || line.Waiting.Count >= mostOfOne)
            {
                return false;
            }

            lines[owner] = line;
            line.Waiting.Enqueue(work);
            waiting++;
            OfferTurn(line);
            return true;
        }
    }

    /// <summary>Takes the first item of the queue whose turn it is; waits if there is none.</summary>
    /// <returns>The work and its owner, who must be passed to <see cref="Return"/>; null once the queues are closed and empty.</returns>
    public async Task<(string Owner, T Work)?> TakeAsync()
    {
        while (await turns.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (turns.Reader.TryRead(out var line))
            {
                return (line.Owner, Take(line));
            }
        }

        return null;
    }

    /// <summary>Reports that an item of this owner is done.</summary>
    public void Return(string owner)
    {
        lock (gate)
        {
            var line = lines[owner];
            line.Out--;
            OfferTurn(line);
            if (line is { Out: 0, Waiting.Count: 0 })
            {
                lines.Remove(owner);
            }
        }
    }

    /// <summary>Accepts no more work; waiting work can still be taken.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            EndIfDone();
        }
    }

    private T Take(Line line)
    {
        lock (gate)
        {
            var work = line.Waiting.Dequeue();
            waiting--;
            line.Out++;
            line.HasTurn = false;
            OfferTurn(line);
            EndIfDone();
            return work;
        }
    }

    // After the other queues that have work.
    private void OfferTurn(Line line)
    {
        if (!line.HasTurn && line.Waiting.Count > 0 && line.Out < outOfOne)
        {
            line.HasTurn = turns.Writer.TryWrite(line);
        }
    }

    private void EndIfDone()
    {
        if (isClosed && waiting == 0)
        {
            turns.Writer.TryComplete();
        }
    }

    private sealed class Line(string owner)
    {
        public string Owner => owner;

        public Queue<T> Waiting { get; } = [];

        public int Out { get; set; }

        public bool HasTurn { get; set; }
    }
}
