namespace Bot.Recipes.Tests.Board;

/// <summary>A toy platform: members pin notes with questions, and the bot pins notes with answers. Thread-safe.</summary>
internal sealed class NoticeBoard(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<PinnedNote> notes = [];
    private Action<AskingNote>? onNote;
    private DateTimeOffset fullUntil;
    private TimeSpan? fullNext;
    private bool refusesPrivate;

    /// <summary>The number of notes that were pinned while the board was full.</summary>
    public int Breaches { get; private set; }

    public bool IsWatched => onNote is not null;

    public IReadOnlyList<PinnedNote> Notes
    {
        get
        {
            lock (gate)
            {
                return [.. notes];
            }
        }
    }

    /// <summary>Sets the receiver of members' notes; null if there is none.</summary>
    public void Watch(Action<AskingNote>? told) => onNote = told;

    /// <summary>A member pins a note.</summary>
    public void Ask(AskingNote note) => onNote?.Invoke(note);

    /// <summary>The bot pins a note.</summary>
    /// <returns>When to try again if the board is full; null if the note is pinned, or permanently refused.</returns>
    public TimeSpan? Pin(PinnedNote note)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (fullNext is { } pause)
            {
                (fullNext, fullUntil) = (null, now + pause);
                return pause;
            }

            if (now < fullUntil)
            {
                Breaches++;
                return fullUntil - now;
            }

            if (note.IsPrivate && refusesPrivate)
            {
                refusesPrivate = false;
                return null;
            }

            notes.Add(note);
            return null;
        }
    }

    public void FillNext(TimeSpan pause) => fullNext = pause;

    public void RefuseNextPrivate() => refusesPrivate = true;
}

/// <summary>A member's note with a question.</summary>
internal sealed record AskingNote(string Id, string Command, string Text, bool IsTeacher);

/// <summary>A note of the bot.</summary>
internal sealed record PinnedNote(string Text, bool IsPrivate);
