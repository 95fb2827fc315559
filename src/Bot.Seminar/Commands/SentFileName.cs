using Bot.Chat.Languages;
using Bot.Library.Readings.Folders;

namespace Bot.Seminar.Commands;

/// <summary>Looks at the name of a file that a member sent, before its content is fetched.</summary>
internal static class SentFileName
{
    /// <summary>Why a file of this name is not taken; null where it may be.</summary>
    public static string? Refuse(string name) => !SentFileReader.IsPlainName(name) ? CommandTexts.FileNameNotPlain
        : !SentFileReader.IsOfKnownKind(name) ? CommandTexts.FormatFileKindNotRead(Wording.Or(SentFileReader.UsualExtensions))
        : null;
}
