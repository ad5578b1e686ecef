using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Which part of its inputs a run worked on.</summary>
/// <param name="Shard">Its number, from 1.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Items">Items of all of them.</param>
/// <param name="Inputs">SHA-256 over the paths of all items, in their order.</param>
internal sealed record RunShard(int Shard, int Of, int Items, string Inputs)
{
    /// <summary>The shard of a run.</summary>
    public static RunShard Make(BatchOptions options, List<BatchItem> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in items.SelectMany(static i => i.Files)) hash.AppendData(Encoding.UTF8.GetBytes(file.RelativePath + "\n"));
        return new(options.Shard, options.Shards, items.Count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>True for an item of the shard.</summary>
    public bool Has(int index) => index % Of == Shard - 1;

    /// <summary>Writes it.</summary>
    public void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, ManifestJson.Compact);
        json.WriteStartObject();
        json.WriteNumber("shard", Shard);
        json.WriteNumber("of", Of);
        json.WriteNumber("items", Items);
        json.WriteString("inputs", Inputs);
        json.WriteEndObject();
    }

    /// <summary>Reads the shard of a folder.</summary>
    /// <exception cref="ArgumentException">The folder is not one that a run with a shard finished.</exception>
    public static RunShard Read(string folder)
    {
        try
        {
            using var parsed = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FolderOutput.Shard)), ManifestJson.Strict);
            var json = parsed.RootElement;
            json.RequireKnown(["shard", "of", "items", "inputs"]);
            var shard = new RunShard(json.GetProperty("shard").GetInt32(), json.GetProperty("of").GetInt32(),
                json.GetProperty("items").GetInt32(), json.Digest("inputs"));
            if (shard is { Of: > 0, Items: >= 0, Shard: > 0 } && shard.Shard <= shard.Of) return shard;
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException)
        {
            // told below
        }
        throw new ArgumentException($"'{folder}' is no output of 'redact run --shard', or that run did not end.");
    }
}
