using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Web.Members;
using Bot.Web.Settings;

namespace Bot.Web.Channels;

/// <summary>The messages of a channel, only in memory while the program runs. Thread-safe.</summary>
internal sealed class ChannelLog(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<LogEntry> entries = [];
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastNumber;
    private long version;

    /// <summary>Adds a member's question. The answer follows later, in the current language; until then nobody else sees the entry.</summary>
    /// <param name="member">The member who asks.</param>
    /// <param name="asked">The question as it is shown.</param>
    /// <param name="once">An id of this form submission, so that submitting it again adds no second question.</param>
    /// <returns>The entry, and whether it is new.</returns>
    public (LogEntry Entry, bool IsNew) Ask(Member member, string asked, string once)
    {
        lock (gate)
        {
            return entries.Find(entry => entry.Owner == member.Id && entry.Key == once) is { } known
                ? (known, false)
                : (Add(new LogEntry(0, default)
                {
                    Owner = member.Id,
                    OwnerName = member.Name,
                    Asked = asked,
                    IsPrivate = true,
                    Key = once,
                    Language = CultureInfo.CurrentUICulture.Name,
                }), true);
        }
    }

    /// <summary>Adds the answer to an entry.</summary>
    /// <param name="number">The entry's number; an entry that no longer exists is ignored.</param>
    /// <param name="messages">The messages; at least one.</param>
    /// <param name="files">The complete files of the answer.</param>
    /// <param name="canBeShared">Whether the member can share it with the channel.</param>
    public void Answer(long number, IReadOnlyList<ChatReply> messages, IReadOnlyList<FileBlock> files, bool canBeShared) => Change(
        entry => entry.Number == number,
        entry => entry with
        {
            Messages = messages,
            Files = files,
            IsPrivate = messages[0].Visibility == ReplyVisibility.Private,
            CanBeShared = canBeShared,
        });

    /// <summary>Shares a private answer with the channel, once.</summary>
    /// <returns>The shared entry; null if there is nothing to share.</returns>
    public LogEntry? Share(Member member, long number)
    {
        lock (gate)
        {
            if (Change(entry => entry.Number == number && entry.Owner == member.Id && entry.CanBeShared, entry => entry with { CanBeShared = false })
                is not { } shared)
            {
                return null;
            }

            var first = shared.Messages[0];
            var above = first with { Blocks = [new TextBlock(AdapterReplies.SaySharedBy(member.Name)), .. first.Blocks] };
            return Add(shared with { IsPrivate = false, Messages = [above, .. shared.Messages.Skip(1)], Key = "" });
        }
    }

    /// <summary>Posts a message without a question, once per key.</summary>
    public LogEntry Post(string key, IReadOnlyList<ChatReply> messages)
    {
        lock (gate)
        {
            return FindPost(key) ?? Add(new LogEntry(0, default) { Messages = messages, Key = key });
        }
    }

    /// <summary>The post with a key.</summary>
    public LogEntry? FindPost(string key)
    {
        lock (gate)
        {
            return entries.Find(entry => entry.Owner.Length == 0 && entry.Key == key);
        }
    }

    /// <summary>Replaces the content of a post.</summary>
    /// <returns>Whether it still exists.</returns>
    public bool Edit(long number, IReadOnlyList<ChatReply> messages) =>
        Change(entry => entry.Number == number && entry.Owner.Length == 0, entry => entry with { Messages = messages }) is not null;

    /// <summary>Removes all questions of a member, with their answers.</summary>
    public void Forget(Member member)
    {
        lock (gate)
        {
            entries.RemoveAll(entry => entry.Owner == member.Id);
            NotifyChange();
        }
    }

    /// <summary>The entry with a number, if the member can see it; otherwise null.</summary>
    public LogEntry? Find(Member member, long number)
    {
        lock (gate)
        {
            return entries.Find(entry => entry.Number == number && entry.IsSeenBy(member.Id));
        }
    }

    /// <summary>The latest entries that a member can see.</summary>
    /// <param name="member">The member.</param>
    /// <param name="before">Only entries with lower numbers; null for all.</param>
    public LogView See(Member member, long? before)
    {
        lock (gate)
        {
            var seen = entries.Where(entry => entry.IsSeenBy(member.Id) && (before is null || entry.Number < before)).ToList();
            var (first, length) = (seen.Count, 0);
            while (first > 0 && (first == seen.Count || length + seen[first - 1].Length <= WebLimits.PageLength))
            {
                length += seen[--first].Length;
            }

            return new LogView(seen[first..], HasEarlier: first > 0, FindVersion(member));
        }
    }

    /// <summary>Waits until something changes for a member since a version of the log, up to a time limit.</summary>
    public Task WaitForNewsAsync(Member member, long since, TimeSpan longest, CancellationToken cancellationToken) =>
        WaitWhileAsync(() => FindVersion(member) <= since, longest, cancellationToken);

    /// <summary>Waits until an entry has its answer, up to a time limit.</summary>
    public Task WaitForAnswerAsync(long number, TimeSpan longest, CancellationToken cancellationToken) =>
        WaitWhileAsync(() => entries.Exists(entry => entry.Number == number && entry.IsPending), longest, cancellationToken);

    private async Task WaitWhileAsync(Func<bool> isSo, TimeSpan longest, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested && WaitForChange(isSo) is { } next
            && longest - time.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
        {
            using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, Task.Delay(left, time, waited.Token));
            await waited.CancelAsync();
        }
    }

    private Task? WaitForChange(Func<bool> isSo)
    {
        lock (gate)
        {
            return isSo() ? change.Task : null;
        }
    }

    private long FindVersion(Member member) => entries.Where(entry => entry.IsSeenBy(member.Id)).Select(entry => entry.Version).DefaultIfEmpty().Max();

    private LogEntry Add(LogEntry entry)
    {
        var added = entry with { Number = ++lastNumber, At = time.GetUtcNow(), Version = version + 1 };
        entries.Add(added);
        if (entries.Count > WebLimits.MaxMessages)
        {
            entries.RemoveAt(0);
        }

        NotifyChange();
        return added;
    }

    private LogEntry? Change(Predicate<LogEntry> which, Func<LogEntry, LogEntry> how)
    {
        lock (gate)
        {
            var index = entries.FindIndex(which);
            if (index < 0)
            {
                return null;
            }

            entries[index] = how(entries[index]) with { Version = version + 1 };
            NotifyChange();
            return entries[index];
        }
    }

    private void NotifyChange()
    {
        version++;
        var done = change;
        change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        done.SetResult();
    }
}

/// <summary>A part of a channel's log as one member sees it.</summary>
/// <param name="Entries">The entries, in order.</param>
/// <param name="HasEarlier">Whether there are entries before these.</param>
/// <param name="Version">The version of the log.</param>
public sealed record LogView(IReadOnlyList<LogEntry> Entries, bool HasEarlier, long Version);
