using Bot.Chat;
using Bot.Library;

namespace Bot.Seminar.Citing;

/// <summary>Says below an answer that the readings were searched by words alone, while their sentences are still being embedded.</summary>
internal static class WordsAloneNote
{
    /// <summary>The reply, with the note where it is due.</summary>
    /// <param name="reply">An answer found in the readings.</param>
    /// <param name="snapshot">What was searched.</param>
    /// <param name="embedder">Knows how far the sentences are.</param>
    public static ChatReply AddTo(ChatReply reply, ShelfSnapshot snapshot, ShelfEmbedder embedder)
    {
        if (snapshot.Index.IsEmbedded || !embedder.HasModel)
        {
            return reply;
        }

        var (done, total) = (embedder.Progress.Done, Math.Max(1, embedder.Progress.Total));
        return reply with { Blocks = [.. reply.Blocks, new TextBlock(CitingTexts.FormatStillPreparing(100 * done / total))] };
    }
}
