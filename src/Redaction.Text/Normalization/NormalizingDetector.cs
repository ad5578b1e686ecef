using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>
/// Runs detectors on the text as it is, and again on those stretches of it that read otherwise once invisible
/// characters, look-alike letters, encodings and spaced-out or written-out spellings are folded, and where words are joined. Findings
/// point into the original text.
/// </summary>
/// <remarks>Thread-safe. Text without disguises costs one fast pass and no memory.</remarks>
internal sealed class NormalizingDetector : ITextDetector
{
    private const int Edge = 32;

    [ThreadStatic]
    private static Workspace? t_workspace;

    private readonly ImmutableArray<ITextDetector> _detectors;
    private readonly JoinedValues _joined;

    /// <summary>Wraps detectors.</summary>
    public NormalizingDetector(params IEnumerable<ITextDetector> detectors)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        _detectors = [.. detectors];
        _joined = new(_detectors);
        Info = new("normalized", [.. _detectors.SelectMany(static d => d.Info.Types).Distinct()]);
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    /// <exception cref="RedactionException">A detector failed.</exception>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var first = findings.Count;
        var workspace = t_workspace ?? new();
        t_workspace = null;
        try
        {
            if (LineRecords.Of(source.Text) is not LineForm.None and var form) DetectLines(source, form, workspace, findings);
            else Run(source, findings);
            Obfuscation.Find(source.Text, workspace.Stretches);
            if (workspace.Stretches.Count > 0) DetectDisguised(source, workspace, findings, first);
            _joined.Find(source, workspace.View, workspace.Findings, findings, first);
            DetectDeflated(source, workspace, findings);
        }
        finally
        {
            workspace.Clear();
            t_workspace = workspace;
        }
    }

    private void DetectDisguised(TextSource source, Workspace workspace, FindingSink<TextSpan> findings, int first)
    {
        foreach (ref readonly var known in findings.Items[first..]) workspace.Known.Add((known.Type, known.Region));
        foreach (var stretch in workspace.Stretches)
        {
            var view = workspace.View;
            view.Fill(source.Text, stretch);
            HomoglyphFold.Apply(view);
            Base64Fold.Apply(view);
            SpelledFold.Apply(view);
            SpacedFold.Apply(view);
            MisreadDigitFold.Apply(view);
            if (!view.IsChanged) continue;
            workspace.Findings.Clear();
            Run(new TextSource(view.Text, source.Context), workspace.Findings);
            foreach (ref readonly var finding in workspace.Findings.Items)
            {
                if (IsCut(finding.Region, view, stretch, source.Text.Length)) continue;
                var region = WithInvisible(source.Text, view.ToOriginal(finding.Region));
                if (workspace.Known.Add((finding.Type, region))) findings.Add(finding with { Region = region });
            }
        }
    }

    /// <summary>Records whose lines begin with a tag, without the tags: what stands in one line is no sentence with the next.</summary>
    private void DetectLines(TextSource source, LineForm form, Workspace workspace, FindingSink<TextSpan> findings)
    {
        workspace.Values.Clear();
        LineRecords.Read(source.Text, form, workspace.Values);
        var view = workspace.View;
        view.Reset(source.Text.Length + 2 * workspace.Values.Count);
        foreach (var value in workspace.Values)
        {
            for (var i = value.Start; i < value.End; i++) view.Append(source.Text[i], i, i + 1);
            view.Append('\n', value.End, value.End);
            view.Append('\n', value.End, value.End);
        }
        workspace.Findings.Clear();
        Run(new TextSource(view.Text, source.Context), workspace.Findings);
        foreach (ref readonly var finding in workspace.Findings.Items)
            findings.Add(finding with { Region = view.ToOriginal(finding.Region) });
    }

    /// <summary>Base64 of deflated text: what is in it is found in the word as a whole.</summary>
    private void DetectDeflated(TextSource source, Workspace workspace, FindingSink<TextSpan> findings)
    {
        for (var word = DeflatedText.Next(source.Text, 0, out var text); text is not null;
            word = DeflatedText.Next(source.Text, word.End, out text))
        {
            workspace.View.Fill(text, new(0, text.Length));
            workspace.Findings.Clear();
            Run(new TextSource(workspace.View.Text, source.Context), workspace.Findings);
            foreach (ref readonly var finding in workspace.Findings.Items) findings.Add(finding with { Region = word });
        }
    }

    /// <summary>What touches the edge of a stretch may be the rest of something longer,
    /// and has been looked at in the text itself.</summary>
    private static bool IsCut(TextSpan found, TextView view, TextSpan stretch, int length) =>
        (found.Start < Edge && stretch.Start > 0) || (found.End > view.Length - Edge && stretch.End < length);

    /// <summary>Takes invisible characters beside a value along: a directional control that stays behind would turn
    /// what follows around.</summary>
    private static TextSpan WithInvisible(ReadOnlySpan<char> text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start > 0 && CharacterFold.IsInvisible(text[start - 1])) start--;
        while (end < text.Length && CharacterFold.IsInvisible(text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }

    private void Run(TextSource source, FindingSink<TextSpan> findings)
    {
        foreach (var detector in _detectors) Run(detector, source, findings);
    }

    /// <summary>Runs one detector; its failure is one of the item.</summary>
    internal static void Run(ITextDetector detector, TextSource source, FindingSink<TextSpan> findings)
    {
        try
        {
            detector.Detect(source, findings);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, detector.Info.Id, cause: e.GetType());
        }
    }

    private sealed class Workspace
    {
        public List<TextSpan> Stretches { get; } = [];

        public TextView View { get; } = new();

        public FindingSink<TextSpan> Findings { get; } = new();

        public List<LineValue> Values { get; } = [];

        public HashSet<(EntityType Type, TextSpan Region)> Known { get; } = [];

        public void Clear()
        {
            Stretches.Clear();
            Findings.Clear();
            Values.Clear();
            Known.Clear();
            View.Release();
        }
    }
}
