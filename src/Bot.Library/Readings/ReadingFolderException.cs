namespace Bot.Library.Readings;

/// <summary>There is nothing to serve: the folder is missing, cannot be opened or holds no readable file. The message says what to do.</summary>
public sealed class ReadingFolderException : Exception
{
    /// <param name="message">What is wrong and how to mend it, for the person who started the program.</param>
    /// <param name="inner">What the operating system said, if it did.</param>
    public ReadingFolderException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
