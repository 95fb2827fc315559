using System.Text;

namespace Bot.Terminal;

/// <summary>Standard input and output as UTF-8 without a byte-order mark, independent of the locale, because scripts depend on it.</summary>
internal static class StandardStreams
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static StreamReader OpenInput() => new(Console.OpenStandardInput(), Utf8, detectEncodingFromByteOrderMarks: true);

    public static StreamWriter OpenOutput() => new(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
}
