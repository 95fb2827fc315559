using Bot.Library.Readings;
using Bot.Storage;

namespace Bot.Configuration;

/// <summary>Tells what an operator can mend, and is told in a sentence, from faults of the program, which keep their stack trace.</summary>
internal static class OperatorsProblem
{
    /// <summary>What to tell the operator; null where the fault is the program's.</summary>
    public static string? Of(Exception fault) => fault switch
    {
        WrongSettingException or ReadingFolderException or NewerSchemaException => fault.Message,

        // The word lists in config/lexicon are the operator's to edit; their messages name file and line.
        FormatException or FileNotFoundException when fault.Message.Contains("lexicon", StringComparison.Ordinal) => fault.Message,
        TypeInitializationException { InnerException: { } cause } => Of(cause),
        _ => null,
    };
}
