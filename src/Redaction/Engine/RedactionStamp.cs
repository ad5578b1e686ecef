using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Redaction.Image;
using Redaction.Onnx;
using Redaction.Text;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>The versions of what finds: digests that change when a detector, a model or a word list does.</summary>
/// <param name="Detectors">SHA-256 over ids and versions of the text detectors that run, and of all image detectors.</param>
/// <param name="Names">Which model finds names.</param>
internal sealed record RedactionStamp(string Detectors, DetectionQuality Names)
{
    private const int MarkBytes = 8;

    /// <summary>Tells one key and project from another and nothing of the key; null without one.</summary>
    public string? Key { get; init; }

    /// <summary>The mark of a key.</summary>
    public static string? MarkOf(RedactionKey? key, string project)
    {
        if (key is null) return null;
        var derived = key.Derive("mark", project);
        var mark = Convert.ToHexStringLower(SHA256.HashData(derived).AsSpan(0, MarkBytes));
        CryptographicOperations.ZeroMemory(derived);
        return mark;
    }

    private static readonly Lazy<string> s_lexicons = new(DigestOfLexicons);

    /// <summary>SHA-256 over the word lists that the detectors bring.</summary>
    public static string Lexicons => s_lexicons.Value;

    /// <summary>The models that texts, images and sound are searched with.</summary>
    public IEnumerable<ModelManifest> ModelsOf(bool images, bool sound = false) =>
        (images ? ImageModels.Catalog.Manifests : []).Concat(sound ? SileroVoices.Catalog.Manifests : [])
            .Append(NamesModels.Of(Names)).OrderBy(static m => m.Id, StringComparer.Ordinal);

    internal static RedactionStamp Of(IEnumerable<DetectorInfo> text, DetectionQuality names)
    {
        var lines = text.Concat(ImageDetectors.All).Select(static d => $"{d.Id} {d.Version}\n").Order(StringComparer.Ordinal);
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))), names);
    }

    private static string DigestOfLexicons()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in (Assembly[])[typeof(TextDetectors).Assembly, typeof(NamesDetector).Assembly])
        {
            foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
            {
                using var content = assembly.GetManifestResourceStream(name)!;
                hash.AppendData(Encoding.UTF8.GetBytes(name));
                hash.AppendData(SHA256.HashData(content));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
