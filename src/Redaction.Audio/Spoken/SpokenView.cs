using System.Collections.Immutable;
using System.Text;

namespace Redaction.Audio;

/// <summary>The text with spoken values in writing, and the way back to the words.</summary>
internal sealed class SpokenView
{
    private const int SmallestRun = 3;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<TextPiece<TextSpan>>.Builder _pieces = ImmutableArray.CreateBuilder<TextPiece<TextSpan>>();

    /// <summary>True when anything is written otherwise than it was.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Writes the text; null when nothing in it is a spoken value.</summary>
    public static RecoveredText<TextSpan>? Write(in SpokenWords words, SpokenReading reading)
    {
        var view = new SpokenView();
        int mail = 0, at = 0;
        foreach (var run in reading.Runs)
        {
            while (mail < reading.Mails.Count && reading.Mails[mail].First <= run.Last)
            {
                view.Add(words, ref at, reading.Mails[mail].First, reading.Mails[mail].Writing);
                at = Math.Max(at, reading.Mails[mail++].Last + 1);
            }
            if (run.First < at || run.Atoms.Count < 2 || run.Digits + run.Letters < SmallestRun || (run.IsQuantity && run.Singles < 4)
                || (run.Letters == 0 && run.Singles < 2 && run.Pairs < 2 && run.Written < 3)) continue;
            view.Add(words, ref at, run.First, run.Atoms);
        }
        for (; mail < reading.Mails.Count; mail++)
        {
            view.Add(words, ref at, reading.Mails[mail].First, reading.Mails[mail].Writing);
            at = Math.Max(at, reading.Mails[mail].Last + 1);
        }
        view.Copy(words, at, words.Count);
        return view.IsChanged ? new(view._text.ToString(), view._pieces.ToImmutable()) : null;
    }

    private void Add(in SpokenWords words, ref int at, int first, IReadOnlyList<SpokenAtom> atoms)
    {
        if (first < at) return;
        Copy(words, at, first);
        IsChanged = true;
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
            _text.Append(first > 0 && words[first].Line != words[first - 1].Line ? '\n' : ' ');
        foreach (var atom in atoms)
        {
            _pieces.Add(new(new(_text.Length, atom.Text.Length), words.Span(atom.First, atom.Last)));
            _text.Append(atom.Text);
            at = atom.Last + 1;
        }
    }

    private void Copy(in SpokenWords words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_text.Length > 0)
                _text.Append(
                    i > 0 && words[i].Line != words[i - 1].Line ? '\n'
                        : i > 0 && words[i].Start == words[i - 1].End + 1 ? words.Text[words[i].Start - 1] : ' ');
            _pieces.Add(new(new(_text.Length, words[i].Length), words.Span(i, i)));
            _text.Append(words.Written(i));
            if (words[i].Is(WordMarks.EndsSentence)) _text.Append('.');
            else if (words[i].Is(WordMarks.EndsClause)) _text.Append(',');
        }
    }
}
