using Bot.Chat;
using Bot.Library;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Ask;

/// <summary>Answers a question with the sentences of the readings that say it, or says that they do not.</summary>
internal sealed class AskCommand(Shelf shelf, ShelfEmbedder embedder, PassageRetriever retriever, IOptions<AskOptions> options) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("ask", "Answers a question with sentences of the readings, word for word.")
    {
        Text = new OptionInfo("question", "What you want to know.") { Required = true },
        AnswersItsText = true,
        TakesBareWords = true,
        Options = [new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading }],
        Examples = ["ask Have sanctions worked?", "ask Why did the Agreed Framework fail? reading:what-past-agreements-teach"],
        Details = "You get up to three passages, the best first, each with its place; the sentence that was found is marked. When the bot is not "
            + "sure that they answer, it says so. When the readings don’t say, it tells you that; it never makes up an answer.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!InputText.HasWord(request.Text))
        {
            return ChatReply.Error($"There is no word in that question. Write what you want to know, for example: {Info.Examples[0]}");
        }

        var snapshot = shelf.Current;
        var reading = request.Option("reading");
        if (AuthorQuestion.IsOne(request.Text))
        {
            return AuthorReply.Of([.. snapshot.Readings.Where(candidate => reading is null || candidate.Id.Value == reading)]);
        }

        var query = new RetrievalQuery(request.Text)
        {
            Accepts = reading is null ? null : (candidate, _) => candidate.Id.Value == reading,
            MaxPassages = options.Value.MaxPassages,
        };
        var reply = AskReply.Of(await retriever.SearchAsync(snapshot.Index, query, cancellationToken));
        return WordsAloneNote.AddTo(reply, snapshot, embedder);
    }
}
