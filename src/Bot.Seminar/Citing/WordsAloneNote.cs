using Bot.Library;

namespace Bot.Seminar.Citing;

/// <summary>Adds a note to an answer that was found by words only, because the vectors are not ready yet.</summary>
internal static class WordsAloneNote
{
    /// <summary>The reply, with the note if it is needed.</summary>
    /// <param name="reply">An answer found in the readings.</param>
    /// <param name="snapshot">The readings that were searched.</param>
    /// <param name="embedder">Knows how many vectors are ready.</param>
    public static ChatReply AddTo(ChatReply reply, ShelfSnapshot snapshot, ShelfEmbedder embedder)
    {
        if (snapshot.Index.IsEmbedded || !embedder.HasModel)
        {
            return reply;
        }

        var (done, total) = (embedder.Progress.Done, Math.Max(1, embedder.Progress.Total));
        return reply with { Blocks = [.. reply.Blocks, new TextBlock(CitingTexts.FormatStillPreparing(Math.Min(99, 100 * done / total)))] };
    }
}
