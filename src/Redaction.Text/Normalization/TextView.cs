using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>A folded copy of a stretch of text in which every character knows where in the original it came from.</summary>
internal sealed class TextView
{
    private const char Escape = '\u001B';
    private char[] _characters = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private int _read;
    private int _write;

    /// <summary>Number of characters.</summary>
    public int Length { get; private set; }

    /// <summary>True once a character differs from the original.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Text => _characters.AsSpan(0, Length);

    /// <summary>Empties the view and makes room for so many characters.</summary>
    public void Reset(int capacity)
    {
        if (_characters.Length < capacity)
        {
            Release();
            _characters = ArrayPool<char>.Shared.Rent(capacity);
            _starts = ArrayPool<int>.Shared.Rent(capacity);
            _ends = ArrayPool<int>.Shared.Rent(capacity);
        }
        Length = 0;
        IsChanged = false;
    }

    /// <summary>Makes room for more characters than were asked for.</summary>
    public void Widen(int count)
    {
        var capacity = _characters.Length + count;
        _characters = Wider(_characters, capacity, clear: true);
        _starts = Wider(_starts, capacity, clear: false);
        _ends = Wider(_ends, capacity, clear: false);
    }

    private T[] Wider<T>(T[] array, int capacity, bool clear)
    {
        var wider = ArrayPool<T>.Shared.Rent(capacity);
        array.AsSpan(0, Length).CopyTo(wider);
        ArrayPool<T>.Shared.Return(array, clear);
        return wider;
    }

    /// <summary>Gives the buffers back, cleared.</summary>
    public void Release()
    {
        if (_characters.Length == 0) return;
        ArrayPool<char>.Shared.Return(_characters, clearArray: true);
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_ends);
        (_characters, _starts, _ends) = ([], [], []);
        Length = 0;
    }

    /// <summary>Fills the view with the characters of a range of the original: escapes read,
    /// invisible characters left out, others folded.</summary>
    public void Fill(ReadOnlySpan<char> original, TextSpan range)
    {
        Reset(range.Length);
        for (var i = range.Start; i < range.End;) i += Take(original[..range.End], i);
    }

    /// <summary>Takes in what stands at a place and returns its length.</summary>
    private int Take(ReadOnlySpan<char> original, int i)
    {
        var c = original[i];
        if (c is '%' or '&' or '\\' && Escapes.Read(original[i..], out var rune) is > 0 and var length)
        {
            if (rune.Value == Escape) length += MarkupFold.Sequence(original[(i + length)..]);
            AppendEscape(rune, i, i + length);
            return length;
        }
        if (c is '\t' or '~' or '\\' && SpaceFold.Length(original, i) is > 0 and var space)
        {
            Append(' ', i, i + space);
            IsChanged = true;
            return space;
        }
        if (IsHidden(original, i, out var hidden))
        {
            IsChanged = true;
            return hidden;
        }
        if (HiddenFold.IsMark(c) && Length > 0) return Join(c, i);
        if (LineEndFold.IsBreak(c) && TakeBreak(original, i) is > 0 and var end) return end;
        if (i + 1 < original.Length && CharacterFold.TryFoldMathematical(c, original[i + 1], out var letter))
        {
            IsChanged = true;
            Append(letter, i, i + 2);
            return 2;
        }
        if (HiddenFold.IsTag(original, i) && HiddenFold.Smuggle(original, i) is not '\0' and var smuggled)
        {
            IsChanged = true;
            Append(smuggled, i, i + 2);
            return 2;
        }
        var folded = CharacterFold.Fold(c);
        IsChanged |= folded != c;
        Append(folded, i, i + 1);
        return 1;
    }

    private static bool IsHidden(ReadOnlySpan<char> original, int i, out int length)
    {
        var c = original[i];
        length = 1;
        if (MarkupFold.Length(original, i) is > 0 and var mark)
        {
            length = mark;
            return true;
        }
        if (CharacterFold.IsInvisible(c) || HiddenFold.IsControl(c)) return true;
        if (!char.IsSurrogate(c)) return false;
        if (HiddenFold.IsHalf(original, i)) return true;
        length = 2;
        return HiddenFold.IsTag(original, i) && HiddenFold.Smuggle(original, i) == '\0';
    }

    private int Join(char mark, int i)
    {
        var last = Length - 1;
        var composed = HiddenFold.Compose(_characters[last], mark);
        (_characters[last], _ends[last], IsChanged) = (composed, i + 1, true);
        return 1;
    }

    /// <summary>Takes a line end that stands in the middle of a value; 0 where it does not.</summary>
    private int TakeBreak(ReadOnlySpan<char> original, int i)
    {
        var length = LineEndFold.Length(original[i..]);
        if (LineEndFold.IsInNumber(original, i, i + length))
        {
            if (Length == 0 || _characters[Length - 1] != ' ') Append(' ', i, i + length);
        }
        else if (!LineEndFold.IsInWord(original, i, i + length)) return 0;
        IsChanged = true;
        return length;
    }

    /// <summary>Replaces one character.</summary>
    public void Set(int index, char c)
    {
        IsChanged |= _characters[index] != c;
        _characters[index] = c;
    }

    /// <summary>Starts a pass that replaces ranges from left to right, in place.</summary>
    public void BeginPass() => (_read, _write) = (0, 0);

    /// <summary>Replaces a range of the view by text that is not longer; every new character stands for the whole range.</summary>
    public void Replace(TextSpan range, ReadOnlySpan<char> text)
    {
        var original = ToOriginal(range);
        MoveUpTo(range.Start);
        foreach (var c in text) (_characters[_write], _starts[_write], _ends[_write++]) = (c, original.Start, original.End);
        _read = range.End;
        IsChanged = true;
    }

    /// <summary>Ends the pass.</summary>
    public void EndPass()
    {
        if (_read == _write) return;
        MoveUpTo(Length);
        Length = _write;
    }

    /// <summary>The range of the original that a range of the view came from.</summary>
    public TextSpan ToOriginal(TextSpan range)
    {
        var end = _ends[range.Start];
        for (var i = range.Start + 1; i < range.End; i++) end = Math.Max(end, _ends[i]);
        return TextSpan.FromBounds(_starts[range.Start], end);
    }

    private void MoveUpTo(int end)
    {
        var count = end - _read;
        _characters.AsSpan(_read, count).CopyTo(_characters.AsSpan(_write));
        _starts.AsSpan(_read, count).CopyTo(_starts.AsSpan(_write));
        _ends.AsSpan(_read, count).CopyTo(_ends.AsSpan(_write));
        _read = end;
        _write += count;
    }

    /// <summary>Adds a character that stands for a range of the original.</summary>
    public void Append(char c, int start, int end)
    {
        (_characters[Length], _starts[Length], _ends[Length]) = (c, start, end);
        Length++;
    }

    private void AppendEscape(Rune rune, int start, int end)
    {
        IsChanged = true;
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
            if (!CharacterFold.IsInvisible(unit) && !HiddenFold.IsControl(unit) && unit != Escape)
                Append(CharacterFold.Fold(unit), start, end);
    }
}
