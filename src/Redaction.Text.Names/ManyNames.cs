using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>Persons, places and organisations in the languages that no other model reads, by the model <c>names-many</c>: gated
/// convolutions over rows of n-grams, shapes and a list of names.</summary>
internal sealed class ManyNames : IDisposable
{
    private const string Model = "names-many";
    private const int Most = 192;
    private const float Least = 0.5f;
    private const string Ends = ".!?。！？؟।";

    private static readonly EntityType[] s_types = [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization];

    private static readonly int s_tags = 1 + 2 * s_types.Length;

    private readonly OnnxModel _network;
    private readonly ManyRows _rows;
    private readonly ManyGazetteer _names;

    /// <exception cref="RedactionException">A file of the model is missing or not the expected one.</exception>
    public ManyNames(OnnxOptions? options)
    {
        _network = NamesModels.Catalog.Load(Model, options);
        _rows = new(Model, NamesModels.Catalog.ReadFile(_network.Manifest, "rows.bin"));
        _names = new(Model, NamesModels.Catalog.ReadFile(_network.Manifest, "names.bin"));
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _network.Dispose();

    /// <summary>Adds what stands in a stretch of lines in one language.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="stretch">Where the lines stand.</param>
    /// <param name="language">Their language.</param>
    /// <param name="more">What is added to the bias of the language.</param>
    /// <param name="findings">Takes the findings.</param>
    public void Detect(ReadOnlySpan<char> text, TextSpan stretch, ManyLanguage language, float more, FindingSink<TextSpan> findings)
    {
        var low = ArrayPool<char>.Shared.Rent(stretch.Length);
        var tokens = ArrayPool<TextSpan>.Shared.Rent(Most + 1);
        try
        {
            var lines = text.Slice(stretch.Start, stretch.Length);
            ManyFeatures.Lower(lines, low);
            var reader = new ManyTokens(lines, 0, lines.Length);
            for (var count = Fill(ref reader, tokens, 0); count > 0;)
            {
                var cut = count <= Most ? count : Cut(lines, tokens);
                using (var block = new ManyBlock(cut, s_tags))
                    Run(lines, low.AsSpan(0, lines.Length), tokens.AsSpan(0, cut), block, language, more, stretch.Start, findings);
                tokens.AsSpan(cut, count - cut).CopyTo(tokens);
                count = Fill(ref reader, tokens, count - cut);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(low, clearArray: true);
            ArrayPool<TextSpan>.Shared.Return(tokens, clearArray: true);
        }
    }

    private static int Fill(ref ManyTokens reader, TextSpan[] tokens, int count)
    {
        while (count <= Most && reader.MoveNext()) tokens[count++] = reader.Current;
        return count;
    }

    /// <summary>Behind a line or a sentence in the second half, where there is one.</summary>
    private static int Cut(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens)
    {
        for (var p = Most; p > Most / 2; p--)
            if (text[tokens[p - 1].End..tokens[p].Start].Contains('\n')) return p;
        for (var p = Most; p > Most / 2; p--)
            if (Ends.Contains(text[tokens[p - 1].Start])) return p;
        return Most;
    }

    private void Run(ReadOnlySpan<char> text, ReadOnlySpan<char> low, ReadOnlySpan<TextSpan> tokens, in ManyBlock block,
        ManyLanguage language, float more, int offset, FindingSink<TextSpan> findings)
    {
        _names.Write(low, tokens, block.Begin, block.Inside, block.Stem);
        for (var t = 0; t < tokens.Length; t++)
        {
            var row = block.Features.AsSpan(t * ManyFeatures.Width, ManyFeatures.Width);
            _rows.Write(low, tokens[t].Start, tokens[t].End, row);
            ManyFeatures.Write(text, tokens[t], block.Begin[t], block.Inside[t], block.Stem[t], row[ManyRows.Width..]);
        }
        var logits = block.Logits.AsSpan(0, tokens.Length * s_tags);
        using (var input = OnnxTensor.Over("x", block.Features.AsMemory(0, tokens.Length * ManyFeatures.Width), 1, tokens.Length,
            ManyFeatures.Width))
        using (var output = OnnxTensor.Over("logits", block.Logits.AsMemory(0, logits.Length), 1, tokens.Length, s_tags))
            _network.Run(input, output);
        language.Adjust(logits, s_tags, block);
        Viterbi.Decode(logits, s_tags, language.Bias + more, block.Back, block.Path.AsSpan(0, tokens.Length));
        Add(text, tokens, logits, language, block, offset, findings);
    }

    private static void Add(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<float> logits, ManyLanguage language,
        in ManyBlock block, int offset, FindingSink<TextSpan> findings)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (block.Path[at] == 0) continue;
            var type = s_types[(block.Path[at] - 1) / 2];
            var end = at;
            while (end + 1 < tokens.Length && Viterbi.IsInside(block.Path[end + 1])) end++;
            var (first, last) = ManyGate.Inner(text, tokens, at, end);
            at = end;
            if (first > last) continue;
            var whole = last;
            if (type == EntityTypes.Person) last = ManyGate.WithoutSmall(text, tokens, first, last);
            if (!ManyGate.Passes(text, tokens, first, last, type, language, block)) continue;
            var span = TextSpan.FromBounds(tokens[first].Start, tokens[last].End);
            if (!NameGate.Passes(text, span.Start, span.End, type, last - first + 1)) continue;
            var sure = Viterbi.Confidence(logits[(first * s_tags)..((last + 1) * s_tags)], s_tags);
            if (ManyGate.IsOrdinary(text, tokens, first, last, last < whole, block)) sure *= Least;
            var score = sure < Least ? Scores.Acts * sure / Least : Scores.Acts + (1 - Scores.Acts) * (sure - Least) / (1 - Least);
            var region = TextSpan.FromBounds(offset + span.Start, offset + span.End);
            findings.Add(new(type, region, Math.Clamp(score, 0f, 1f), NamesDetector.Id));
        }
    }
}
