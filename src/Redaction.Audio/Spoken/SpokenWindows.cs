using System.Text;

namespace Redaction.Audio;

/// <summary>The parts of a text of which something is written otherwise than it was said, with the lines around: the rest was searched as
/// it was said.</summary>
internal sealed class SpokenWindows
{
    private const int LinesBefore = 2, LinesAfter = 1;
    private const string Between = "\n\n";

    private readonly List<TextSpan> _windows;
    private readonly int[] _starts;

    private SpokenWindows(string text, List<TextSpan> windows, int[] starts) => (Text, _windows, _starts) = (text, windows, starts);

    /// <summary>The parts, with an empty line between two of them.</summary>
    public string Text { get; }

    /// <param name="written">The text as it is written.</param>
    /// <param name="said">The text as it was said.</param>
    public static SpokenWindows Of(RecoveredText<TextSpan> written, ReadOnlySpan<char> said)
    {
        var (lines, changed) = (Lines(written.Text), new List<int>());
        foreach (var piece in written.Pieces)
        {
            if (piece.Region is not { } place) continue;
            if (said.Slice(place.Start, place.Length).SequenceEqual(written.Text.Slice(piece.Span.Start, piece.Span.Length))) continue;
            var line = lines.BinarySearch(piece.Span.Start);
            line = line < 0 ? ~line - 1 : line;
            if (changed.Count == 0 || changed[^1] != line) changed.Add(line);
        }
        var windows = new List<TextSpan>();
        foreach (var line in changed)
        {
            var (first, next) = (Math.Max(0, line - LinesBefore), line + LinesAfter + 1);
            var window = TextSpan.FromBounds(lines[first], next < lines.Count ? lines[next] : written.Text.Length);
            if (windows.Count > 0 && window.Start <= windows[^1].End) windows[^1] = TextSpan.FromBounds(windows[^1].Start, window.End);
            else windows.Add(window);
        }
        var (text, starts) = (new StringBuilder(), new int[windows.Count]);
        for (var i = 0; i < starts.Length; i++)
        {
            if (i > 0) text.Append(Between);
            starts[i] = text.Length;
            text.Append(written.Text.Slice(windows[i].Start, windows[i].Length));
        }
        return new(text.ToString(), windows, starts);
    }

    /// <summary>The place in the written text of a part of <see cref="Text"/>; null where it lies in more than one window.</summary>
    public TextSpan? Place(TextSpan region)
    {
        var at = Array.BinarySearch(_starts, region.Start);
        at = at < 0 ? ~at - 1 : at;
        if (at < 0) return null;
        var place = new TextSpan(region.Start - _starts[at] + _windows[at].Start, region.Length);
        return place.End <= _windows[at].End ? place : null;
    }

    public override string ToString() => $"SpokenWindows({_windows.Count})";

    private static List<int> Lines(ReadOnlySpan<char> text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; text[at..].IndexOf('\n') is >= 0 and var next;)
        {
            at += next + 1;
            starts.Add(at);
        }
        return starts;
    }
}
