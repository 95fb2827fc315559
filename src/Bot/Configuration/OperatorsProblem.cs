using Bot.Library.Readings.Folders;
using Bot.Storage;

namespace Bot.Configuration;

/// <summary>Distinguishes problems that an operator can fix, which are one sentence, from errors of the program, which keep their stack trace.</summary>
internal static class OperatorsProblem
{
    /// <summary>The message for the operator; null if it is an error of the program.</summary>
    public static string? Of(Exception fault) => fault switch
    {
        WrongSettingException or ReadingFolderException or NewerSchemaException => fault.Message,

        // The operator can edit the files in config/; their messages name the file and the problem.
        InvalidDataException or FormatException or FileNotFoundException when fault.Message.Contains("config", StringComparison.Ordinal) => fault.Message,
        TypeInitializationException { InnerException: { } cause } => Of(cause),
        _ => null,
    };
}
