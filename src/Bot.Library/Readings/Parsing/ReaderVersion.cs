using System.Security.Cryptography;
using System.Text;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Sentences;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// The version of everything that decides the result of reading a file, except the file: two programs with the same version give the same result.
/// </summary>
internal static class ReaderVersion
{
    private static readonly Lazy<string> Here = new(Compute);

    /// <summary>The version of the running program.</summary>
    public static string Current => Here.Value;

    // The build of this library changes with its code and with the packages that it is compiled against.
    private static string Compute() => Hash(
        typeof(ReadingFormats).Module.ModuleVersionId.ToString(),
        Environment.Version.ToString(),
        string.Concat(Abbreviations.Files.Select(File.ReadAllText)));

    internal static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
}
