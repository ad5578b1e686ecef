using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Praat TextGrid, long and short: interval tiers and point tiers in UTF-8 or UTF-16.</summary>
internal sealed class TextGrid : ITranscriptFormat
{
    /// <inheritdoc/>
    public string Id => "textgrid";

    /// <inheritdoc/>
    public string Description => "Praat TextGrid, long and short.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".textgrid"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.IndexOf("\"ooTextFile"u8) is >= 0 and < 64 && head.IndexOf("\"TextGrid\""u8) is >= 0 and < 256;

    /// <inheritdoc/>
    public Transcript Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var builder = new TranscriptBuilder(content);
        var tokens = new PraatTokens(content, builder);
        if (Class(tokens, builder) is not ("ooTextFile" or "ooTextFile short")
            || Class(tokens, builder) != "TextGrid") throw PraatTokens.Malformed();
        tokens.Ticks();
        tokens.Ticks();
        var tiers = new List<Tier>();
        if (tokens.IsFlag("<exists>"u8))
        {
            for (var count = tokens.Count(); count > 0; count--) tiers.Add(ReadTier(tokens, builder));
        }
        else if (!tokens.IsFlag("<absent>"u8)) throw PraatTokens.Malformed();
        tokens.End();
        new TierLines(builder).Add(tiers);
        return builder.Build();
    }

    private static Tier ReadTier(PraatTokens tokens, TranscriptBuilder builder)
    {
        var isPoints = Class(tokens, builder) switch { "IntervalTier" => false, "TextTier" => true, _ => throw PraatTokens.Malformed() };
        var speaker = AddName(tokens.Text(), builder);
        tokens.Ticks();
        tokens.Ticks();
        var intervals = new List<TierInterval>();
        for (var count = tokens.Count(); count > 0; count--)
        {
            var from = tokens.Ticks();
            var to = isPoints ? from : tokens.Ticks();
            var text = tokens.Text();
            if (isPoints) builder.AddLoose(text, "$.point");
            else if (IsSilence(text.Text)) builder.AddStructure(text.Start, text.Length);
            else intervals.Add(new(text, from, to));
        }
        return new(speaker, intervals);
    }

    private static string Class(PraatTokens tokens, TranscriptBuilder builder)
    {
        var text = tokens.Text();
        builder.AddStructure(text.Start, text.Length);
        return text.Text;
    }

    private static string? AddName(TranscriptField name, TranscriptBuilder builder)
    {
        builder.AddStructure(name.Start, name.Length); // the kinds of tiers are few; what is left of the name is a field
        if (TierName.Speaker(name.Text) is not { } span) return null;
        var text = name.Text.Substring(span.Start, span.Length);
        // A doubled quote takes two bytes: then the whole name goes.
        var isPlain = System.Text.Encoding.UTF8.GetByteCount(name.Text) == name.Length;
        var before = System.Text.Encoding.UTF8.GetByteCount(name.Text.AsSpan(0, span.Start));
        var field = isPlain ? builder.Field(name.Start + before, System.Text.Encoding.UTF8.GetByteCount(text), FieldEncoding.Quoted) : name;
        builder.AddLoose(field, "$.tier.name", isSpeaker: true);
        return text;
    }

    private static bool IsSilence(string text) =>
        text.AsSpan().Trim() is "" or "sil" or "sp" or "spn" or "<eps>" or "<p:>" or "<sil>" or "#";
}
