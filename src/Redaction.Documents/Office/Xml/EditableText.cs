using System.Globalization;
using System.Security;
using System.Text;

namespace Redaction.Documents.Office;

/// <summary>The texts of a piece of XML, with references read, each character of which knows its place; takes edits of characters and
/// of whole places and writes the XML with them, everything else as it is.</summary>
internal sealed class EditableText
{
    private const int Whole = 0, Insertion = 1, Erasure = 2, EscapeLength = 7;
    private readonly List<RawEdit> _edits = [];
    private readonly List<(TextSpan Chars, TextSpan Place, string Fallback)> _typed = [];
    private readonly List<(TextSpan Chars, int NameEnd)> _spaced = [];
    private readonly List<TextSpan> _literals = [];
    private readonly Dictionary<int, (string Before, string After)> _marks = [];
    private char[] _chars = new char[4096];
    private int[] _starts = new int[4096];
    private int[] _ends = new int[4096];
    private bool[] _erased = new bool[4096];
    private bool _hasErased;

    /// <summary>Number of characters.</summary>
    public int Length { get; private set; }

    /// <summary>The characters of all texts, end to end.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>True when something is to be changed.</summary>
    public bool HasEdits => _edits.Count > 0 || _hasErased;

    /// <summary>Adds a text in which references stand for characters.</summary>
    /// <exception cref="RedactionException">A reference is not one of XML.</exception>
    public TextSpan Add(ReadOnlySpan<char> xml, TextSpan place)
    {
        var first = Length;
        Span<char> units = stackalloc char[2];
        for (var i = place.Start; i < place.End;)
        {
            if (xml[i] == '_' && IsEscape(xml[i..place.End]))
            {
                var code = int.Parse(xml.Slice(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                Append((char)code, i, i + EscapeLength);
                i += EscapeLength;
                continue;
            }
            if (xml[i] != '&') { Append(xml[i], i, ++i); continue; }
            var length = xml[i..place.End].IndexOf(';') + 1;
            if (length < 3) throw OfficeXmlScanner.Malformed();
            var count = Decode(xml.Slice(i + 1, length - 2), units);
            for (var u = 0; u < count; u++) Append(units[u], i, i + length);
            i += length;
        }
        return TextSpan.FromBounds(first, Length);
    }

    /// <summary>Adds the text of a CDATA section.</summary>
    public TextSpan AddLiteral(ReadOnlySpan<char> xml, TextSpan place)
    {
        var first = Length;
        for (var i = place.Start; i < place.End; i++) Append(xml[i], i, i + 1);
        _literals.Add(place);
        return TextSpan.FromBounds(first, Length);
    }

    /// <summary>Adds a character that an element stands for; what is put in its place is text between the given tags.</summary>
    public TextSpan AddMark(char c, TextSpan place, string before, string after)
    {
        Append(c, place.Start, place.End);
        _marks[place.Start] = (before, after);
        return new(Length - 1, 1);
    }

    /// <summary>Says that a text has a type: when anything in it goes, all of it becomes the fallback.</summary>
    public void Type(TextSpan chars, TextSpan place, string fallback) => _typed.Add((chars, place, fallback));

    /// <summary>Says that spaces at the ends of a text count only where its element says so: what is left of an edited text keeps
    /// them.</summary>
    public void KeepSpace(TextSpan chars, int nameEnd) => _spaced.Add((chars, nameEnd));

    /// <summary>True when a character goes.</summary>
    public bool IsErased(int index) => _erased[index];

    /// <summary>Takes out a character.</summary>
    public void Erase(int index) => _hasErased = _erased[index] = true;

    /// <summary>Puts a text before a character.</summary>
    public void Insert(int index, string text)
    {
        if (text.Length == 0) return;
        var at = _starts[index];
        if (_marks.TryGetValue(at, out var tags)) _edits.Add(new(at, at, tags.Before + Escape(text) + tags.After, Insertion));
        else _edits.Add(new(at, at, IsLiteral(at) ? text.Replace("]]>", "", StringComparison.Ordinal) : Escape(text), Insertion));
    }

    /// <summary>Puts XML in the place of XML; empty to take it out.</summary>
    public void Replace(TextSpan place, string xml) => _edits.Add(new(place.Start, place.End, xml, place.Length == 0 ? Insertion : Whole));

    /// <summary>Writes the XML up to a place with all edits.</summary>
    public void Write(ReadOnlySpan<char> xml, TextWriter output)
    {
        CollectTyped();
        CollectErased();
        _edits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Priority.CompareTo(b.Priority));
        var position = 0;
        foreach (var edit in _edits)
        {
            if (edit.Start < position) continue; // within something that goes as a whole
            output.Write(xml[position..edit.Start]);
            output.Write(edit.Text);
            position = edit.End;
        }
        output.Write(xml[position..]);
    }

    /// <summary>Forgets all texts.</summary>
    public void Clear()
    {
        Array.Clear(_chars, 0, Length);
        Array.Clear(_erased, 0, Length);
        (Length, _hasErased) = (0, false);
        _edits.Clear();
        _typed.Clear();
        _spaced.Clear();
        _literals.Clear();
        _marks.Clear();
    }

    /// <summary>A text as content or attribute value.</summary>
    public static string Escape(string text)
    {
        var isLegal = true;
        foreach (var c in text) isLegal &= IsLegal(c);
        if (!isLegal) text = string.Concat(text.Where(IsLegal));
        return SecurityElement.Escape(text);
    }

    private static bool IsLegal(char c) => c is >= ' ' or '\t' or '\n' or '\r' && c is not ('\uFFFE' or '\uFFFF');

    /// <summary>A character as <c>_x0040_</c> (ISO/IEC 29500-1 section 22.9.2.19).</summary>
    private static bool IsEscape(ReadOnlySpan<char> text)
    {
        if (text.Length < EscapeLength || text[1] != 'x' || text[6] != '_') return false;
        foreach (var c in text[2..6])
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private bool IsLiteral(int at)
    {
        foreach (var place in _literals)
            if (at >= place.Start && at < place.End) return true;
        return false;
    }

    private void CollectTyped()
    {
        foreach (var (chars, place, fallback) in _typed)
            if (_erased.AsSpan(chars.Start, chars.Length).Contains(true)) _edits.Add(new(place.Start, place.End, fallback, Whole));
        if (!_hasErased) return;
        foreach (var (chars, nameEnd) in _spaced)
        {
            if (chars.Length == 0 || !_erased.AsSpan(chars.Start, chars.Length).Contains(true)) continue;
            var (first, last) = (FirstLeft(chars), LastLeft(chars));
            if (first >= 0 && (char.IsWhiteSpace(_chars[first]) || char.IsWhiteSpace(_chars[last])))
                _edits.Add(new(nameEnd, nameEnd, " xml:space=\"preserve\"", Insertion));
        }
    }

    private int FirstLeft(TextSpan chars)
    {
        for (var i = chars.Start; i < chars.End; i++)
            if (!_erased[i]) return i;
        return -1;
    }

    private int LastLeft(TextSpan chars)
    {
        for (var i = chars.End - 1; i >= chars.Start; i--)
            if (!_erased[i]) return i;
        return -1;
    }

    private void CollectErased()
    {
        if (!_hasErased) return;
        for (var i = 0; i < Length; i++)
        {
            if (!_erased[i]) continue;
            var start = _starts[i];
            while (i + 1 < Length && _erased[i + 1] && _starts[i + 1] <= _ends[i]) i++;
            _edits.Add(new(start, _ends[i], "", Erasure));
        }
    }

    private void Append(char c, int start, int end)
    {
        if (Length == _chars.Length) Grow();
        (_chars[Length], _starts[Length], _ends[Length]) = (c, start, end);
        Length++;
    }

    private void Grow()
    {
        var size = _chars.Length * 2;
        var old = _chars;
        Array.Resize(ref _chars, size);
        Array.Clear(old);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _erased, size);
    }

    private static int Decode(ReadOnlySpan<char> name, Span<char> units)
    {
        units[0] = name switch { "lt" => '<', "gt" => '>', "amp" => '&', "quot" => '"', "apos" => '\'', _ => '\0' };
        if (units[0] != '\0') return 1;
        if (name.Length < 2 || name[0] != '#') throw OfficeXmlScanner.Malformed();
        var isRead = name[1] == 'x'
            ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!isRead || value == 0 || !Rune.TryCreate(value, out var rune)) throw OfficeXmlScanner.Malformed();
        return rune.EncodeToUtf16(units);
    }

    private readonly record struct RawEdit(int Start, int End, string Text, int Priority);
}
