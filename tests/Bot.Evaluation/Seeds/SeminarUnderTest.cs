using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Library.Readings;

namespace Bot.Evaluation.Seeds;

/// <summary>The product with a folder of readings on its shelf.</summary>
/// <param name="Readings">What was read.</param>
/// <param name="Handle">Answers commands about them.</param>
internal sealed record SeminarUnderTest(IReadOnlyList<Reading> Readings, CommandHandler Handle)
{
    /// <summary>Reads a folder, or the folder that holds one file, and makes the commands over it.</summary>
    /// <exception cref="EvaluationException">There is nothing to read.</exception>
    public static Task<SeminarUnderTest> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        InputFile.RequireFolder(folder);
        cancellationToken.ThrowIfCancellationRequested();
        throw new EvaluationException("The seminar's commands are not supported here yet.");
    }
}
