using System.Collections.Immutable;
using System.Text;

namespace Redaction.Audio;

/// <summary>Puts a transcript together while a format reads it.</summary>
internal sealed class TranscriptBuilder(byte[] content)
{
    private readonly StringBuilder _master = new();
    private readonly List<CopyPart> _masterParts = [];
    private readonly ImmutableArray<TextPiece<AudioSpan>>.Builder _pieces = ImmutableArray.CreateBuilder<TextPiece<AudioSpan>>();
    private readonly ImmutableArray<TranscriptCopy>.Builder _copies = ImmutableArray.CreateBuilder<TranscriptCopy>();
    private readonly ImmutableArray<LooseField>.Builder _loose = ImmutableArray.CreateBuilder<LooseField>();
    private readonly ImmutableArray<DerivedValue>.Builder _derived = ImmutableArray.CreateBuilder<DerivedValue>();

    /// <summary>All of the master text so far.</summary>
    public TextSpan Whole => new(0, _master.Length);

    public TranscriptField Field(int start, int length, FieldEncoding encoding) =>
        new(start, length, encoding, FieldCodec.Decode(content.AsSpan(start, length), encoding));

    /// <summary>Adds a line of the master text made of words with times of their own; returns its range.</summary>
    /// <param name="words">The words.</param>
    /// <param name="separator">What stands before the word at an index.</param>
    /// <param name="from">Start of the segment.</param>
    /// <param name="to">End of the segment.</param>
    public TextSpan AddWords(IReadOnlyList<(TranscriptField Field, long? From, long? To)> words, Func<int, string> separator, long? from, long? to)
    {
        var start = BeginLine();
        var timed = new List<TimedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0) _master.Append(separator(i));
            timed.Add(new(AppendToMaster(words[i].Field), words[i].From, words[i].To));
        }
        WordTimes.Place(timed, from, to, _pieces);
        return TextSpan.FromBounds(start, _master.Length);
    }

    /// <summary>Adds a line of the master text of which only the times of the whole are known; returns its range.</summary>
    public TextSpan AddSegment(IReadOnlyList<TranscriptField> fields, Func<int, string> separator, long? from, long? to)
    {
        var start = BeginLine();
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) _master.Append(separator(i));
            AppendToMaster(fields[i]);
        }
        var text = _master.ToString(start, _master.Length - start);
        var words = new List<TimedWord>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end > at) words.Add(new(TextSpan.FromBounds(at, end), null, null));
            at = end + 1;
        }
        var local = ImmutableArray.CreateBuilder<TextPiece<AudioSpan>>(words.Count);
        WordTimes.Spread(text, words, from, to, local);
        foreach (var piece in local) _pieces.Add(piece with { Span = new(piece.Span.Start + start, piece.Span.Length) });
        return TextSpan.FromBounds(start, _master.Length);
    }

    /// <summary>Adds fields that, joined, repeat <paramref name="scope"/> of the master text; without a scope, all of it.</summary>
    public void AddCopy(IReadOnlyList<TranscriptField> fields, string separator, TextSpan? scope, string path, bool isFragmented, AudioSpan? time = null)
    {
        if (fields.Count == 0) return;
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<CopyPart>(fields.Count);
        foreach (var field in fields)
        {
            if (parts.Count > 0) text.Append(separator);
            parts.Add(new(field, text.Length));
            text.Append(field.Text);
        }
        _copies.Add(new(text.ToString(), parts.MoveToImmutable(), scope ?? new(0, int.MaxValue), path, isFragmented, time));
    }

    public void AddLoose(TranscriptField field, string path, bool isSpeaker = false) => _loose.Add(new(field, path, isSpeaker));

    public void AddDerived(int start, int length, TextSpan scope, string replacement) => _derived.Add(new(start, length, scope, replacement));

    public Transcript Build()
    {
        var text = _master.ToString();
        var master = new TranscriptCopy(text, [.. _masterParts], Whole, "", IsFragmented: false);
        var copies = _copies.Select(c => c.Scope.Length == int.MaxValue ? c with { Scope = Whole } : c);
        return new(content, master, new(text, _pieces.ToImmutable()), [.. copies], _loose.ToImmutable(), _derived.ToImmutable());
    }

    private int BeginLine()
    {
        if (_master.Length > 0) _master.Append('\n');
        return _master.Length;
    }

    private TextSpan AppendToMaster(TranscriptField field)
    {
        _masterParts.Add(new(field, _master.Length));
        _master.Append(field.Text);
        return new(_masterParts[^1].Start, field.Text.Length);
    }
}
