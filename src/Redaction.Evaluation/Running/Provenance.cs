using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Evaluation;

/// <summary>What a measurement was made of, so that it can be made again.</summary>
internal static class Provenance
{
    /// <summary>Describes a run: names and digests, no paths.</summary>
    /// <param name="dataset">File or folder of the data set.</param>
    /// <param name="redactor">The redactor that is measured.</param>
    /// <param name="seed">Seed of the intervals.</param>
    /// <param name="settings">What else the result depends on, such as selected detectors.</param>
    public static ImmutableSortedDictionary<string, string> Of(
        string dataset, RedactionEngine redactor, ulong seed, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(redactor);
        var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        entries["dataset"] = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataset)));
        entries["datasetSha256"] = Digest(dataset);
        entries["policy"] = redactor.Policy.Policy.Id;
        entries["policySha256"] = redactor.Policy.Sha256;
        entries["engine"] = typeof(RedactionEngine).Assembly.GetName().Version?.ToString(3) ?? "0";
        entries["seed"] = seed.ToString(CultureInfo.InvariantCulture);
        foreach (var model in RedactionCatalog.Models) entries["model." + model.Id] = model.Sha256;
        foreach (var (name, value) in settings) entries[name] = value;
        return entries.ToImmutable();
    }

    /// <summary>SHA-256 of a file, or of the names and digests of all files of a folder in order.</summary>
    private static string Digest(string path)
    {
        if (!Directory.Exists(path)) return OfFile(path);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            all.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(path, file)} {OfFile(file)}\n"));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
