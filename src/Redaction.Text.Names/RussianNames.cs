using System.Buffers;
using System.Text;
using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>Persons, places and organisations in Russian, by the model <c>names-russian</c>: word convolutions and costs of transitions
/// over quantised rows of 60,000 words. Other languages in Cyrillic are told by their letters, line by line, and left.</summary>
internal sealed class RussianNames : IDisposable
{
    private const string Model = "names-russian";
    private const int Most = 256, LongestWord = 64;
    private const float Least = 0.5f;

    /// <summary>Letters that Russian does not have and its neighbours do.</summary>
    private static readonly SearchValues<char> s_notRussian = SearchValues.Create("іїєґўјљњћђџќѓѕәғқңөұүһІЇЄҐЎЈЉЊЋЂЏЌЃЅӘҒҚҢӨҰҮҺ");

    private static readonly EntityType[] s_types = [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization];

    private readonly OnnxModel _network;
    private readonly RussianRows _rows;
    private readonly int _width;

    /// <exception cref="RedactionException">A file of the model is missing or not the expected one.</exception>
    public RussianNames(OnnxOptions? options)
    {
        _network = NamesModels.Catalog.Load(Model, options);
        _rows = new(Model, NamesModels.Catalog.ReadFile(_network.Manifest, "words.bin"));
        _width = _rows.WordWidth + _rows.ShapeWidth;
        if (_rows.Tags != 1 + 2 * s_types.Length)
            throw new RedactionException(ErrorCodes.MissingDependency, Model, "The model has other labels than this version reads.");
    }

    /// <summary>True where there may be something to find.</summary>
    public static bool MayHave(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0410', '\u044F');

    /// <summary>Adds what stands in the Russian lines.</summary>
    public void Detect(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        var tokens = ArrayPool<TextSpan>.Shared.Rent(Most);
        var features = ArrayPool<float>.Shared.Rent(Most * _width);
        try
        {
            var count = 0;
            for (var line = 0; line < text.Length;)
            {
                var step = text[line..].IndexOf('\n');
                var end = step < 0 ? text.Length : line + step;
                if (MayHave(text[line..end]) && !text[line..end].ContainsAny(s_notRussian))
                {
                    var reader = new RussianTokens(text, line, end);
                    while (reader.MoveNext())
                    {
                        if (count == Most) count = Run(text, tokens.AsSpan(0, count), features, findings, isLast: false);
                        tokens[count++] = reader.Current;
                    }
                }
                else if (count > 0) count = Run(text, tokens.AsSpan(0, count), features, findings, isLast: true);
                line = end + 1;
            }
            if (count > 0) Run(text, tokens.AsSpan(0, count), features, findings, isLast: true);
        }
        finally
        {
            ArrayPool<TextSpan>.Shared.Return(tokens, clearArray: true);
            ArrayPool<float>.Shared.Return(features, clearArray: true);
        }
    }

    /// <summary>Unloads the model.</summary>
    public void Dispose() => _network.Dispose();

    /// <summary>Runs on a block up to the end of a sentence in its second half; returns how many tokens are left,
    /// moved to the front.</summary>
    private int Run(ReadOnlySpan<char> text, Span<TextSpan> tokens, float[] features, FindingSink<TextSpan> findings, bool isLast)
    {
        var cut = isLast ? tokens.Length : Cut(text, tokens);
        Run(text, tokens[..cut], features, findings);
        tokens[cut..].CopyTo(tokens);
        return tokens.Length - cut;
    }

    private static int Cut(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens)
    {
        for (var i = tokens.Length; i > tokens.Length / 2; i--)
            if (text[tokens[i - 1].Start] is '.' or '!' or '?') return i;
        return tokens.Length;
    }

    private void Run(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, float[] features, FindingSink<TextSpan> findings)
    {
        var tags = _rows.Tags;
        for (var t = 0; t < tokens.Length; t++)
        {
            var word = text.Slice(tokens[t].Start, tokens[t].Length);
            _rows.Write(Hash(word), RussianShape.Of(word), features.AsSpan(t * _width, _width));
        }
        var logits = ArrayPool<float>.Shared.Rent(tokens.Length * tags);
        var path = ArrayPool<byte>.Shared.Rent(tokens.Length * (tags + 1));
        try
        {
            using (var input = OnnxTensor.Over("x", features.AsMemory(0, tokens.Length * _width), 1, tokens.Length, _width))
            using (var output = OnnxTensor.Over("logits", logits.AsMemory(0, tokens.Length * tags), 1, tokens.Length, tags))
                _network.Run(input, output);
            var back = path.AsSpan(tokens.Length, tokens.Length * tags);
            Viterbi.Decode(logits, _rows.Transitions, tags, back, path.AsSpan(0, tokens.Length));
            Add(text, tokens, logits, path, findings);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(logits, clearArray: true);
            ArrayPool<byte>.Shared.Return(path, clearArray: true);
        }
    }

    private void Add(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<float> logits, ReadOnlySpan<byte> path,
        FindingSink<TextSpan> findings)
    {
        var tags = _rows.Tags;
        for (var first = 0; first < tokens.Length; first++)
        {
            if (path[first] == 0) continue;
            var last = first;
            var inside = (path[first] + 1) / 2 * 2; // I-x after B-x or I-x of the same label
            while (last + 1 < tokens.Length && path[last + 1] == inside) last++;
            var (start, end) = (tokens[first].Start, tokens[last].End);
            var type = s_types[(path[first] - 1) / 2];
            var sure = Viterbi.Confidence(logits[(first * tags)..((last + 1) * tags)], tags);
            if (first == last && BeginsSentence(text, start) && IsOrdinary(text[start..end], type)) sure *= Least;
            var score = sure < Least ? Scores.Acts * sure / Least : Scores.Acts + (1 - Scores.Acts) * (sure - Least) / (1 - Least);
            if (NameGate.Passes(text, start, end, type, last - first + 1))
                findings.Add(new(type, TextSpan.FromBounds(start, end), Math.Clamp(score, 0f, 1f), NamesDetector.Id));
            first = last;
        }
    }

    /// <summary>Nothing stands before a word on its line, or the end of a sentence.</summary>
    private static bool BeginsSentence(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(' ');
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or '\r';
    }

    /// <summary>A capital at the beginning of a sentence tells nothing: an organisation of one word is mostly none there, and neither
    /// are persons whose names end as verbs do.</summary>
    private static bool IsOrdinary(ReadOnlySpan<char> word, EntityType type) => type == EntityTypes.Organization
        ? word.Length > 1 && char.IsLower(word[1])
        : type == EntityTypes.Person && (word.EndsWith("те", StringComparison.Ordinal) || word.EndsWith("ть", StringComparison.Ordinal)
            || word.EndsWith("ся", StringComparison.Ordinal) || word.EndsWith("ем", StringComparison.Ordinal));

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[LongestWord];
        Span<byte> bytes = stackalloc byte[LongestWord * 3];
        if (word.Length > LongestWord) word = word[..LongestWord];
        var length = word.ToLowerInvariant(small);
        return Fnv.Add(Fnv.Basis, bytes[..Encoding.UTF8.GetBytes(small[..length], bytes)]);
    }
}
