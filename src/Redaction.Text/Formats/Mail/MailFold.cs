using System.Text;

namespace Redaction.Text;

/// <summary>Writes a field with pieces of its value replaced; folds and spaces stay where they are (RFC 5322 section 2.2.3).</summary>
internal static class MailFold
{
    /// <summary>Writes the field; where words of the value were decoded, it is written anew on one line.</summary>
    /// <param name="raw">The field with its line end.</param>
    /// <param name="field">The field, read.</param>
    /// <param name="name">Its name in the output.</param>
    /// <param name="edits">What is replaced, in order.</param>
    /// <param name="output">Receives the field.</param>
    public static void Write(ReadOnlySpan<byte> raw, MailField field, string name, List<MailEdit> edits, Stream output)
    {
        var start = field.Name.Length == 0 ? 0 : raw.IndexOf((byte)':') + 1;
        if (Origins(raw, start, field.Value) is { } origins)
        {
            if (start > 0) output.Write(Encoding.UTF8.GetBytes(name + ":"));
            var position = start;
            foreach (var edit in edits)
            {
                output.Write(raw[position..origins[edit.Place.Start]]);
                output.Write(OnOneLine(edit.Text));
                position = edit.Place.Length == 0 ? origins[edit.Place.Start] : origins[edit.Place.End - 1] + 1;
            }
            output.Write(raw[position..]);
            return;
        }
        var value = new StringBuilder();
        var end = 0;
        foreach (var edit in edits)
        {
            value.Append(field.Value, end, edit.Place.Start - end).Append(edit.Text);
            end = edit.Place.End;
        }
        value.Append(field.Value, end, field.Value.Length - end);
        if (start > 0) output.Write(Encoding.UTF8.GetBytes(name + ": "));
        output.Write(OnOneLine(value.ToString()));
        output.Write(raw.EndsWith("\r\n"u8) ? "\r\n"u8 : raw.EndsWith("\n"u8) ? "\n"u8 : ""u8);
    }

    private static byte[] OnOneLine(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" "));

    /// <summary>The byte of each character of the value; null where the value is not simply what is written.</summary>
    private static int[]? Origins(ReadOnlySpan<byte> raw, int start, string value)
    {
        if (raw.ContainsAnyExceptInRange((byte)0, (byte)0x7F)) return null;
        var origins = new int[value.Length];
        var end = raw.TrimEnd("\r\n \t"u8).Length;
        var count = 0;
        for (var i = start; i < end; i++)
        {
            var c = (char)raw[i];
            if (c is '\r' or '\n') c = ' ';
            if (count == 0 && c is ' ' or '\t') continue;
            if (count == value.Length || value[count] != c) return null;
            origins[count++] = i;
            if (raw[i] is not ((byte)'\r' or (byte)'\n')) continue;
            while (i + 1 < end && raw[i + 1] is (byte)'\n' or (byte)' ' or (byte)'\t') i++; // a fold is one space
        }
        return count == value.Length ? origins : null;
    }
}
