using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>
/// ONNX Runtime reports its use to Microsoft by default: since version 1.29 over the network on Linux and macOS, with an identifier in the home folder, and
/// by event tracing on Windows. This class turns that off.
/// </summary>
internal static class OnnxTelemetry
{
    // Read once, when the native library starts; see docs/Privacy.md of microsoft/onnxruntime.
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Must be called before anything else of ONNX Runtime.</summary>
    public static void Disable()
    {
        if (OperatingSystem.IsWindows())
        {
            OrtEnv.Instance().DisableTelemetryEvents();
            return;
        }

        // .NET keeps its own copy of the environment, which native code does not see.
        if (SetEnvironment(Variable, "1", overwrite: 1) != 0)
        {
            throw new InvalidOperationException($"The environment variable {Variable} cannot be set ({Marshal.GetLastPInvokeErrorMessage()}).");
        }
    }

    [DllImport("libc", EntryPoint = "setenv", SetLastError = true, CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(string name, string value, int overwrite);
}
