using System.Security.Cryptography;

namespace Bot.Web.Assets;

/// <summary>A file that pages load, held in memory. Its address changes with its content, so that browsers can cache it forever.</summary>
internal sealed class Asset
{
    private Asset(string name, string mediaType)
    {
        using var source = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file {name} is missing in the program.");
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        (Content, MediaType) = (copy.ToArray(), mediaType);
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}/{name}";
    }

    /// <summary>The style sheet.</summary>
    public static Asset Style { get; } = new("site.css", "text/css; charset=utf-8");

    /// <summary>The script that makes pages easier to use; they work without it.</summary>
    public static Asset Script { get; } = new("site.js", "text/javascript; charset=utf-8");

    /// <summary>The icon of the browser's tab.</summary>
    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>All assets.</summary>
    public static IReadOnlyList<Asset> All { get; } = [Style, Script, Icon];

    /// <summary>Its address.</summary>
    public string Address { get; }

    /// <summary>Its media type.</summary>
    public string MediaType { get; }

    /// <summary>Its bytes.</summary>
    public byte[] Content { get; }
}
