using System.Buffers;
using Redaction.Onnx;

namespace Redaction.Text.Names;

/// <summary>Persons, places, organisations, addresses, spelled-out dates, job titles, nationalities and ages,
/// by the model <c>names-fast</c> or <c>names-accurate</c>; in Russian persons, places and organisations by <c>names-russian</c>, which is
/// loaded when the first Cyrillic letter comes, in seventeen more languages by <c>names-many</c>, loaded with the first line of them;
/// and persons by what introduces them ("my name is", "Dear", "Mr").</summary>
/// <remarks>Thread-safe; holds a model of some 15 MB: make it once. Scores are set so that a policy acts well
/// from 0.5 upwards. Memory does not grow with the text, except by the findings.</remarks>
public sealed class NamesDetector : ITextDetector, IDisposable
{
    internal const string Id = "names";
    private const float Weakest = 0.2f, MoreBias = 1.5f, EasierAtHigh = 0.5f, SureAcronym = 0.85f, SureTail = 0.9f, Unsure = 0.6f;
    private const int LongestParticle = 3;

    /// <summary>Signs of lists, tables and markup, which no value begins or ends with.</summary>
    private static readonly SearchValues<char> s_edges = SearchValues.Create("-–—<>|{}[]:;,*#=\"'`•·");

    private readonly NamesModel _model;
    private readonly float _oBias, _more;
    private readonly float[] _least;
    private readonly Lazy<RussianNames> _russian;
    private readonly Lazy<ManyNames> _many;

    private NamesDetector(NamesSensitivity sensitivity, DetectionQuality quality, OnnxOptions? runtime)
    {
        _model = new(quality, runtime);
        _russian = new(() => new(runtime));
        _many = new(() => new(runtime));
        var usual = (float)_model.Manifest.OBias;
        _oBias = sensitivity switch { NamesSensitivity.Low => 0, NamesSensitivity.High => usual + MoreBias, _ => usual };
        _more = sensitivity switch { NamesSensitivity.Low => -MoreBias, NamesSensitivity.High => MoreBias, _ => 0 };
        _least = [.. _model.Least.Select(l => sensitivity == NamesSensitivity.High ? l * EasierAtHigh : l)];
        Info = Describe(_model.Manifest);
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    internal NamesModel Model => _model;

    /// <summary>Loads the detector.</summary>
    /// <param name="sensitivity">What it does where the model is not sure.</param>
    /// <param name="quality">Which model; the accurate one takes about three times as long.</param>
    /// <param name="runtime">How the model runs; null takes <see cref="OnnxOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no such sensitivity or quality.</exception>
    /// <exception cref="RedactionException">A file of the model or ONNX Runtime is missing or not the expected one
    /// (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static NamesDetector Create(
        NamesSensitivity sensitivity = NamesSensitivity.Medium, DetectionQuality quality = DetectionQuality.Balanced,
        OnnxOptions? runtime = null)
    {
        if (!Enum.IsDefined(sensitivity))
            throw new ArgumentException($"There is no such sensitivity (valid: {string.Join(", ", Enum.GetNames<NamesSensitivity>())}).");
        if (!Enum.IsDefined(quality))
            throw new ArgumentException($"There is no such quality (valid: {string.Join(", ", Enum.GetNames<DetectionQuality>())}).");
        return new(sensitivity, quality, runtime);
    }

    /// <summary>What the detector is, without loading it.</summary>
    public static DetectorInfo Describe(DetectionQuality quality = DetectionQuality.Balanced) => Describe(NamesModels.Of(quality));

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var stretches = ManyStretches.Of(source.Text);
        if (stretches.Count == 0)
        {
            if (!DetectBlocks(source.Text, findings)) return;
        }
        else
        {
            var all = new FindingSink<TextSpan>();
            if (!DetectBlocks(source.Text, all)) return;
            ManyStretches.Copy(all.Items, source.Text, stretches, findings);
            foreach (var stretch in stretches) _many.Value.Detect(source.Text, stretch.Span, stretch.Language, _more, findings);
        }
        IntroducedNames.Detect(source.Text, _model.Gazetteer, findings);
        RowNames.Detect(source.Text, _model.Gazetteer, findings);
        PlacedNames.Detect(source.Text, _model.Gazetteer, findings);
        FileNames.Detect(source.Text, this, findings);
        if (RussianNames.MayHave(source.Text)) _russian.Value.Detect(source.Text, findings);
    }

    /// <summary>Runs the model block by block; false where the text has no tokens.</summary>
    private bool DetectBlocks(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        var tokens = ArrayPool<WordToken>.Shared.Rent(Workspace.Tokens);
        try
        {
            var reader = new Tokenizer(text);
            var count = Fill(ref reader, tokens, 0);
            if (count == 0) return false;
            using var workspace = new Workspace(count, _model);
            while (count > 0)
            {
                var block = Blocks.Length(text, tokens.AsSpan(0, count));
                Detect(text, tokens.AsSpan(0, block), workspace, findings);
                tokens.AsSpan(block, count - block).CopyTo(tokens);
                count = Fill(ref reader, tokens, count - block);
            }
            return true;
        }
        finally
        {
            ArrayPool<WordToken>.Shared.Return(tokens, clearArray: true);
        }
    }

    /// <summary>Runs the model alone on a few words.</summary>
    internal void DetectWords(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        var tokens = ArrayPool<WordToken>.Shared.Rent(Workspace.Tokens);
        try
        {
            var reader = new Tokenizer(text);
            var count = Fill(ref reader, tokens, 0);
            if (count == 0) return;
            using var workspace = new Workspace(count, _model);
            Detect(text, tokens.AsSpan(0, count), workspace, findings);
        }
        finally
        {
            ArrayPool<WordToken>.Shared.Return(tokens, clearArray: true);
        }
    }

    /// <summary>Unloads the models.</summary>
    public void Dispose()
    {
        _model.Dispose();
        if (_russian.IsValueCreated) _russian.Value.Dispose();
        if (_many.IsValueCreated) _many.Value.Dispose();
    }

    internal void Detect(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, in Workspace workspace, FindingSink<TextSpan> findings)
    {
        _model.Run(text, tokens, workspace);
        var logits = workspace.Logits.AsSpan(0, tokens.Length * _model.Tags);
        var path = workspace.Path.AsSpan(0, tokens.Length);
        Viterbi.Decode(logits, _model.Tags, _oBias, workspace.Back, path);
        for (var first = 0; first < path.Length; first++)
        {
            if (path[first] == 0) continue;
            var last = first;
            while (last + 1 < path.Length && Viterbi.IsInside(path[last + 1])) last++;
            var label = (path[first] - 1) / 2;
            var next = last;
            if (LoneWords.HasSmallTail(text, tokens[first..(last + 1)], workspace.Masks[last], _model.Types[label])
                && IsTrimmed(logits[(first * _model.Tags)..((last + 1) * _model.Tags)], label))
                last--; // a verb or a thing behind the name
            if (_model.Types[label] == EntityTypes.Person && ForeignWords.IsOpening(text, tokens, first))
            {
                if (first == last || LoneWords.AreSmall(text, tokens[(first + 1)..(last + 1)])) { first = next; continue; }
                if (tokens[first].End - tokens[first].Start > LongestParticle) first++;
            }
            var isSmall = char.IsLower(text[tokens[first].Start]);
            if (_model.Types[label] != EntityTypes.Age && (IsBareWord(tokens, isSmall, workspace.Masks[first])
                || ForeignWords.AreDoubtful(text, tokens, workspace.Features, first, last,
                    first == last && (workspace.Masks[first] & Gazetteer.Named) == 0
                        && Score(Viterbi.Confidence(logits[(first * _model.Tags)..((first + 1) * _model.Tags)], _model.Tags),
                            _least[label]) < Unsure)))
            {
                first = next;
                continue;
            }
            var least = LoneWords.Least(
                _model.Types[label],
                isSmall && LoneWords.HaveCapitals(text, tokens, first),
                AreNamed(workspace.Masks.AsSpan(first, last + 1 - first), isAnyEnough: !isSmall || first == last)
                    && !(isSmall && first == last && OrdinaryWords.Contains(text[tokens[first].Start..tokens[first].End])),
                LoneWords.AreGerman(text, tokens, first)
                    && !(_model.Types[label] == EntityTypes.Location && LoneWords.IsPlaced(text, tokens, first)));
            Add(text, tokens[first..(last + 1)], logits[(first * _model.Tags)..((last + 1) * _model.Tags)], label, least, findings);
            first = next;
        }
    }

    /// <summary>A finding that counts, of which the model is not sure.</summary>
    private bool IsTrimmed(ReadOnlySpan<float> logits, int label) =>
        Score(Viterbi.Confidence(logits, _model.Tags), _least[label]) is >= Scores.Acts and < SureTail;

    /// <summary>One word in small letters is all there is, as in a cell, and no list has it.</summary>
    private static bool IsBareWord(ReadOnlySpan<WordToken> tokens, bool isSmall, ushort mask) =>
        tokens.Length == 1 && isSmall && (mask & Gazetteer.Named) == 0;

    /// <summary>True when a list has one of the words, or all of them.</summary>
    private static bool AreNamed(ReadOnlySpan<ushort> masks, bool isAnyEnough)
    {
        foreach (var mask in masks)
            if (((mask & Gazetteer.Named) != 0) == isAnyEnough) return isAnyEnough;
        return !isAnyEnough;
    }

    private static DetectorInfo Describe(ModelManifest manifest) =>
        new(Id, [.. manifest.Labels.Select(static l => new EntityType(l))]) { Version = manifest.Version };

    private static int Fill(ref Tokenizer reader, WordToken[] tokens, int count)
    {
        while (count < Workspace.Tokens && reader.Next(out var token)) tokens[count++] = token;
        return count;
    }

    private void Add(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, ReadOnlySpan<float> logits, int label, float leastAlone,
        FindingSink<TextSpan> findings)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (text[tokens[i - 1].End..tokens[i].Start].Count('\n') < 2) continue;
            Add(text, tokens[..i], logits[..(i * _model.Tags)], label, leastAlone, findings); // nothing reaches over an empty line
            Add(text, tokens[i..], logits[(i * _model.Tags)..], label, leastAlone, findings);
            return;
        }
        var inner = Inner(text, tokens);
        tokens = tokens[inner];
        logits = logits[(inner.Start.Value * _model.Tags)..(inner.End.Value * _model.Tags)];
        var (start, end) = (tokens[0].Start, tokens[^1].End);
        if (!NameGate.Passes(text, start, end, _model.Types[label], tokens.Length)) return;
        var score = Score(Viterbi.Confidence(logits, _model.Tags), _least[label]);
        // abbreviations mostly name things
        if (score < SureAcronym && tokens.Length == 1 && text[start..end].IndexOfAnyExceptInRange('A', 'Z') < 0) score *= EasierAtHigh;
        if (score < leastAlone && (LoneWords.IsLone(text, tokens) || LoneWords.AreSmall(text, tokens))) score *= EasierAtHigh;
        if (score >= Weakest) findings.Add(new(_model.Types[label], TextSpan.FromBounds(start, end), score, Id));
    }

    /// <summary>The tokens without signs of lists, tables and markup at their edges; one is always left.</summary>
    private static Range Inner(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens)
    {
        int first = 0, end = tokens.Length;
        while (end > 1 && IsEdge(text, tokens[end - 1])) end--;
        while (first < end - 1 && IsEdge(text, tokens[first])) first++;
        return first..end;
    }

    private static bool IsEdge(ReadOnlySpan<char> text, WordToken token) => !text[token.Start..token.End].ContainsAnyExcept(s_edges);

    /// <summary>The confidence from which a label counts becomes 0.5.</summary>
    private static float Score(float confidence, float least) =>
        Math.Clamp(confidence < least ? 0.5f * confidence / least : 0.5f + 0.5f * (confidence - least) / (1 - least), 0f, 1f);
}
