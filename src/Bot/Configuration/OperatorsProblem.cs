using Bot.Library.Readings.Folders;
using Bot.Storage;

namespace Bot.Configuration;

/// <summary>Distinguishes problems that an operator can fix, which are one sentence, from errors of the program, which keep their stack trace.</summary>
internal static class OperatorsProblem
{
    /// <summary>What to tell the operator; null if the fault is the program's.</summary>
    public static string? Of(Exception fault) => fault switch
    {
        WrongSettingException or ReadingFolderException or NewerSchemaException => fault.Message,

        // Files in config/ are the operator's to edit; their messages name the file and what is wrong.
        InvalidDataException or FormatException or FileNotFoundException when fault.Message.Contains("config", StringComparison.Ordinal) => fault.Message,
        TypeInitializationException { InnerException: { } cause } => Of(cause),
        _ => null,
    };
}
