using System.ComponentModel;
using System.Diagnostics;

namespace Bot.Evaluation.Documents;

/// <summary>The program <c>pdftotext</c>, an independent PDF reader for comparing the order of words.</summary>
internal static class PdfToText
{
    /// <summary>The message if the program is missing.</summary>
    public const string Missing = "pdftotext is not installed; it comes with the package poppler-utils.";

    /// <summary>The text of a file page by page, or null if the program is not installed or cannot read the file.</summary>
    public static async Task<IReadOnlyList<string>?> PagesAsync(string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
            {
                return null;
            }

            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? text.Split('\f', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
