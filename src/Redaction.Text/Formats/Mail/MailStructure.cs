using System.Buffers;

namespace Redaction.Text;

/// <summary>The fields that say how a message is put together (RFC 2045, RFC 2183): only names of files in them are data.</summary>
internal static class MailStructure
{
    private const int LongestToken = 80, MostDigits = 5;

    /// <summary>Fields that hold no data at all.</summary>
    public static bool IsAll(string name) =>
        name is "mime-version" or "content-transfer-encoding" or "content-language" or "content-length";

    /// <summary>Fields of which only some parameters are data.</summary>
    public static bool HasParameters(string name) => name is "content-type" or "content-disposition";

    private static readonly SearchValues<char> s_token =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~/");

    /// <summary>The parameters of a value; what is none has no name, and is data.</summary>
    public static List<(string Name, TextSpan Value)> Parameters(string value)
    {
        var found = new List<(string, TextSpan)>();
        var first = value.IndexOf(';', StringComparison.Ordinal);
        AddUnknown(value, 0, first < 0 ? value.Length : first, found);
        for (var i = first; i >= 0 && i < value.Length;)
        {
            var start = i + 1;
            while (start < value.Length && value[start] is ' ' or '\t') start++;
            var equals = value.IndexOf('=', start);
            var next = value.IndexOf(';', start);
            if (equals < 0 || (next >= 0 && next < equals))
            {
                AddUnknown(value, start, next < 0 ? value.Length : next, found);
                i = next;
                continue;
            }
            AddUnknown(value, start, equals, found);
            var name = value[start..equals].Trim().ToLowerInvariant();
            var from = equals + 1;
            while (from < value.Length && value[from] is ' ' or '\t') from++;
            var isQuoted = from < value.Length && value[from] == '"';
            if (isQuoted) from++;
            var end = isQuoted ? Quoted(value, from) : value.IndexOf(';', from);
            if (end < 0) end = value.Length;
            var last = isQuoted ? end : from + value[from..end].TrimEnd().Length;
            if (!IsData(name)) last = AddBehind(value, name, from, last, isQuoted, found);
            found.Add((name, TextSpan.FromBounds(from, last)));
            i = value.IndexOf(';', end);
        }
        return found;
    }

    /// <summary>A parameter of the standard's is one word; what follows it, or is none, is data.</summary>
    /// <returns>Where the word ends.</returns>
    private static int AddBehind(string value, string name, int from, int end, bool isQuoted, List<(string, TextSpan)> found)
    {
        var blank = isQuoted ? -1 : value.AsSpan(from..end).IndexOfAny(' ', '\t');
        var word = blank < 0 ? end : from + blank;
        if (word < end) found.Add(("", TextSpan.FromBounds(word + 1, end)));
        if (name != "boundary") AddUnknown(value, from, word, found); // it is looked at where parts are told apart
        return word;
    }

    /// <summary>Takes in what should be a word of the standard's and is something else.</summary>
    private static void AddUnknown(string value, int start, int end, List<(string, TextSpan)> found)
    {
        var written = value.AsSpan(start..end);
        var blanks = written.Length - written.TrimStart().Length;
        written = written.Trim();
        if (written.ContainsAnyExcept(s_token) || written.Length > LongestToken || Digits(written) > MostDigits)
            found.Add(("", new(start + blanks, written.Length)));
    }

    /// <summary>True for parameters that are data, also in the pieces of RFC 2231.</summary>
    public static bool IsData(string parameter) => parameter is not ("boundary" or "charset" or "format" or "delsp" or "type" or "start"
        or "protocol" or "micalg" or "report-type" or "method" or "size" or "creation-date" or "modification-date" or "read-date");

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text) count += char.IsAsciiDigit(c) ? 1 : 0;
        return count;
    }

    private static int Quoted(string value, int from)
    {
        for (var i = from; i < value.Length; i++)
        {
            if (value[i] == '\\') i++;
            else if (value[i] == '"') return i;
        }
        return -1;
    }
}
