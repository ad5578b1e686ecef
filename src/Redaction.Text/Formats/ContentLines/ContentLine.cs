using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>One line of a calendar or contact, unfolded and unescaped: every character knows where it stands in the file.</summary>
internal sealed class ContentLine
{
    private const int MostDigitsOfName = 6; // more are a value

    private readonly TextView _view = new();
    private readonly List<(TextSpan Span, string? Field)> _values = [];
    private string _charset = "utf-8";

    /// <summary>The characters of the line.</summary>
    public TextView View => _view;

    /// <summary>What is to be searched, in order: spans of the view, and what a field of a table with the same content is called.</summary>
    public IReadOnlyList<(TextSpan Span, string? Field)> Values => _values;

    /// <summary>True where lines are LDIF (RFC 2849): a space behind the colon, two colons before base64, no backslashes.</summary>
    public bool IsDirectory { get; init; }

    /// <summary>True for LDIF's way to write what is not ASCII: all characters of the value stand for all of it.</summary>
    public bool IsBase64 { get; private set; }

    /// <summary>The name of the property, upper case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>True for vCard 2.1's way to write what is not ASCII.</summary>
    public bool IsQuotedPrintable { get; private set; }

    /// <summary>The end of the line with what is folded into it; -1 when it is not there yet.</summary>
    public static int End(ReadOnlySpan<char> rest, bool ended)
    {
        for (var i = 0; ;)
        {
            var step = rest[i..].IndexOf('\n');
            if (step < 0) return ended ? rest.Length : -1;
            i += step + 1;
            if (i == rest.Length) return ended ? i : -1;
            if (rest[i] is not (' ' or '\t') && !IsSoftEnd(rest[..i])) return i;
        }
    }

    /// <summary>Reads a line.</summary>
    public void Read(ReadOnlySpan<char> raw)
    {
        _values.Clear();
        (Name, IsQuotedPrintable, IsBase64, _charset) = ("", false, false, "utf-8");
        _view.Reset(raw.Length + 1);
        var content = raw.TrimEnd("\r\n").Length;
        var start = ReadHead(raw[..content]);
        if (start < 0)
        {
            _view.Reset(raw.Length + 1);
            Unfold(raw[..content], 0, escapes: false);
            Add(0, null); // no content line at all
            return;
        }
        if (IsDirectory)
        {
            ReadAttribute(raw[..content], start);
            return;
        }
        var from = _view.Length;
        if (IsQuotedPrintable) FromQuotedPrintable(raw[..content], start);
        else Unfold(raw[..content], start, escapes: true);
        AddValue(from);
    }

    /// <summary>The value of an attribute of LDIF; base64 that is no text stays as it stands.</summary>
    private void ReadAttribute(ReadOnlySpan<char> raw, int start)
    {
        var isEncoded = start < raw.Length && raw[start] == ':';
        if (start < raw.Length && raw[start] is ':' or '<') start++;
        while (start < raw.Length && raw[start] == ' ') start++;
        var from = _view.Length;
        if (isEncoded && Decoded(raw[start..]) is { } text)
        {
            IsBase64 = true;
            _view.Widen(text.Length);
            foreach (var c in text) _view.Append(c, start, raw.Length);
        }
        else Unfold(raw, start, escapes: false);
        if (!DirectoryAttributes.IsToken(Name, _view.Text[from..])) Add(from, DirectoryAttributes.FieldOf(Name));
    }

    private static string? Decoded(ReadOnlySpan<char> raw)
    {
        var joined = string.Concat(raw.ToString().Where(static c => !char.IsWhiteSpace(c)));
        var bytes = new byte[joined.Length];
        if (!Convert.TryFromBase64String(joined, bytes, out var count)) return null;
        try
        {
            return CodePages.Utf8.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Forgets the line.</summary>
    public void Clear() => _view.Release();

    /// <summary>A line of vCard 2.1 that ends in an equals sign goes on in the next.</summary>
    private static bool IsSoftEnd(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("\r\n");
        if (line.IsEmpty || line[^1] != '=') return false;
        var first = line.IndexOf('\n');
        var head = line[..(line.IndexOf(':') is >= 0 and var colon ? colon : 0)];
        return (first < 0 || head.Length < first) && head.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Name and parameters; returns where the value begins, -1 when there is none.</summary>
    private int ReadHead(ReadOnlySpan<char> raw)
    {
        var quoted = false;
        var begin = -1;
        var parameter = "";
        for (var i = 0; i < raw.Length; i++)
        {
            var fold = FoldAt(raw, i);
            if (fold > 0) { i += fold - 1; continue; }
            var c = raw[i];
            if (c == '"') quoted = !quoted;
            if (!quoted && c is ':' or ';')
            {
                if (Name.Length == 0 && !TakeName()) return -1;
                if (begin >= 0) AddParameter(begin, parameter);
                (begin, parameter) = (-1, "");
                _view.Append(c, i, i + 1);
                if (c == ':') return i + 1;
                begin = _view.Length;
                continue;
            }
            if (!quoted && c == '=' && begin >= 0 && parameter.Length == 0)
            {
                parameter = _view.Text[begin..].ToString().ToUpperInvariant();
                begin = _view.Length + 1;
            }
            _view.Append(c, i, i + 1);
        }
        return -1;
    }

    private bool TakeName()
    {
        var name = _view.Text[(_view.Text.IndexOf('.') + 1)..]; // item1.EMAIL
        var digits = 0;
        foreach (var c in name)
            if (char.IsAsciiDigit(c) ? ++digits > MostDigitsOfName : !char.IsAsciiLetter(c) && c is not ('-' or '_')) return false;
        Name = name.ToString().ToUpperInvariant();
        return Name.Length > 0;
    }

    private void AddParameter(int begin, string parameter)
    {
        var value = _view.Text[begin..];
        IsQuotedPrintable |= value.Equals("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
        if (parameter == "CHARSET") _charset = value.ToString();
        if (ContentProperties.IsToken(parameter.Length == 0 ? "TYPE" : parameter, value)) return;
        var field = ContentProperties.FieldOf(parameter);
        if (value.Length > 1 && value[0] == '"' && value[^1] == '"') _values.Add((new(begin + 1, value.Length - 2), field));
        else Add(begin, field);
    }

    private void AddValue(int from)
    {
        var value = _view.Text[from..];
        if (ContentProperties.IsToken(Name, value)) return;
        var parts = ContentProperties.PartsOf(Name);
        if (parts.IsEmpty) { Add(from, ContentProperties.FieldOf(Name)); return; }
        for (var part = 0; ; part++)
        {
            var end = _view.Text[from..].IndexOf(';');
            var length = end < 0 ? _view.Length - from : end;
            if (length > 0) _values.Add((new(from, length), part < parts.Length ? parts[part] : null));
            if (end < 0) return;
            from += length + 1;
        }
    }

    private void Add(int from, string? field)
    {
        if (from < _view.Length) _values.Add((TextSpan.FromBounds(from, _view.Length), field));
    }

    private void Unfold(ReadOnlySpan<char> raw, int start, bool escapes)
    {
        for (var i = start; i < raw.Length;)
        {
            var fold = FoldAt(raw, i);
            if (fold > 0) { i += fold; continue; }
            if (escapes && raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] is 'n' or 'N' or ',' or ';' or '\\')
            {
                _view.Append(raw[i + 1] switch { 'n' or 'N' => '\n', ';' => ',', var c => c }, i, i + 2);
                i += 2;
                continue;
            }
            _view.Append(raw[i], i, i + 1);
            i++;
        }
    }

    private void FromQuotedPrintable(ReadOnlySpan<char> raw, int start)
    {
        var encoding = CodePages.Find(_charset) ?? throw new RedactionException(
            ErrorCodes.InvalidEncoding, "content-lines", "A property is in an unknown character set: convert the file to UTF-8.");
        var decoder = encoding.GetDecoder();
        Span<char> units = stackalloc char[4];
        var begin = -1;
        for (var i = start; i < raw.Length;)
        {
            var isSoft = raw[i] == '=' && raw[(i + 1)..].TrimStart('\r').StartsWith("\n");
            if (isSoft) { i += raw[i..].IndexOf('\n') + 1; continue; }
            byte value = 0;
            var isByte = raw[i] == '=' && i + 2 < raw.Length && byte.TryParse(raw.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out value);
            var next = isByte ? i + 3 : i + 1;
            if (!isByte && raw[i] > 0x7F) { _view.Append(raw[i], i, next); i = next; continue; }
            if (begin < 0) begin = i;
            try
            {
                var count = decoder.GetChars([isByte ? value : (byte)raw[i]], units, flush: next >= raw.Length);
                for (var u = 0; u < count; u++) _view.Append(units[u], begin, next);
                if (count > 0) begin = -1;
            }
            catch (DecoderFallbackException)
            {
                throw new RedactionException(
                    ErrorCodes.InvalidEncoding, "content-lines", "A property is not in the character set it names.");
            }
            i = next;
        }
    }

    /// <summary>Length of a fold: a line end and one space or tab; 0 where there is none.</summary>
    private static int FoldAt(ReadOnlySpan<char> raw, int i)
    {
        var end = raw[i] == '\n' ? i + 1 : raw[i] == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n' ? i + 2 : 0;
        return end > 0 && end < raw.Length && raw[end] is ' ' or '\t' ? end + 1 - i : end > 0 ? end - i : 0;
    }
}
