using Bot.Chat.Languages;
using Bot.Library.Readings.Folders;

namespace Bot.Seminar.Commands;

/// <summary>Checks the name of a member's file before its content is downloaded.</summary>
internal static class SentFileName
{
    /// <summary>Why a file of this name is refused; null if it is accepted.</summary>
    public static string? Refuse(string name) => !SentFileReader.IsPlainName(name) ? CommandTexts.FileNameNotPlain
        : !SentFileReader.IsOfKnownKind(name) ? CommandTexts.FormatFileKindNotRead(Wording.JoinWithOr(SentFileReader.UsualExtensions))
        : null;
}
