namespace Redaction.Text.Names;

/// <summary>The trained tables (tables.bin).</summary>
internal sealed class FeatureTables
{
    public FeatureTables(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNT1"u8);
        if (reader.Number() != WordRows.Width || reader.Number() != 5) throw reader.Broken();
        Missing = reader.Values<float>(WordRows.Width).ToArray();
        NGram = new(ref reader, 32768, 32);
        Shape = new(ref reader, 2048, 24);
        Prefix = new(ref reader, 4096, 24);
        Suffix = new(ref reader, 4096, 24);
        Word = new(ref reader, 8192, 48);
        reader.End();
    }

    /// <summary>Stands in for the row of a word that has none.</summary>
    public float[] Missing { get; }

    public FeatureTable NGram { get; }

    public FeatureTable Shape { get; }

    public FeatureTable Prefix { get; }

    public FeatureTable Suffix { get; }

    public FeatureTable Word { get; }
}
