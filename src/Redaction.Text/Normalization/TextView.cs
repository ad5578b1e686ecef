using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>A folded copy of a stretch of text in which every character knows where in the original it came from.</summary>
internal sealed class TextView
{
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
        for (var i = range.Start; i < range.End;)
        {
            var c = original[i];
            if (CharacterFold.IsInvisible(c)) { IsChanged = true; i++; continue; }
            if (c is '%' or '&' or '\\' && Escapes.Read(original[i..range.End], out var rune) is > 0 and var length)
            {
                AppendEscape(rune, i, i + length);
                i += length;
                continue;
            }
            if (i + 1 < range.End && CharacterFold.TryFoldMathematical(c, original[i + 1], out var letter))
            {
                IsChanged = true;
                Append(letter, i, i + 2);
                i += 2;
                continue;
            }
            var folded = CharacterFold.Fold(c);
            IsChanged |= folded != c;
            Append(folded, i, i + 1);
            i++;
        }
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
            if (!CharacterFold.IsInvisible(unit)) Append(CharacterFold.Fold(unit), start, end);
    }
}
