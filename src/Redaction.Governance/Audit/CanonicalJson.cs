using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Writes JSON in the one form that RFC 8785 allows: sorted names, no spaces, numbers as ECMAScript prints them.</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical bytes of a value.</summary>
    /// <exception cref="ArgumentException">An object holds a name twice, or a number is out of the range of a double.</exception>
    public static byte[] Of(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes the canonical bytes of a value.</summary>
    /// <exception cref="ArgumentException">An object holds a name twice, or a number is out of the range of a double.</exception>
    public static void Write(JsonElement value, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(value, output); break;
            case JsonValueKind.Array: WriteArray(value, output); break;
            case JsonValueKind.String: WriteString(value.GetString()!, output); break;
            case JsonValueKind.Number: WriteNumber(value.GetDouble(), output); break;
            case JsonValueKind.True: output.Write("true"u8); break;
            case JsonValueKind.False: output.Write("false"u8); break;
            case JsonValueKind.Null: output.Write("null"u8); break;
            default: throw new ArgumentException("There is no value.");
        }
    }

    /// <summary>Writes a string with the escapes that RFC 8785 asks for and no others.</summary>
    public static void WriteString(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("\""u8);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= ' ' && text[i] is not ('"' or '\\')) continue;
            WriteUtf8(text[start..i], output);
            WriteEscape(text[i], output);
            start = i + 1;
        }
        WriteUtf8(text[start..], output);
        output.Write("\""u8);
    }

    /// <summary>Writes a number as ECMAScript's Number.prototype.toString does.</summary>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static void WriteNumber(double number, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!double.IsFinite(number)) throw new ArgumentException("JSON has finite numbers only.");
        if (number == 0) { output.Write("0"u8); return; }
        if (Math.Abs(number) < 1e15 && number == Math.Truncate(number))
        {
            ((long)number).TryFormat(output.GetSpan(24), out var written, default, CultureInfo.InvariantCulture);
            output.Advance(written);
            return;
        }
        WriteUtf8(Text(number), output);
    }

    private static string Text(double number)
    {
        var scientific = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        // The shortest digits that read back, then the point where ECMAScript puts it.
        var mantissa = shortest.Split('E')[0].TrimStart('-');
        var exponent = int.Parse(scientific.Split('E')[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        if (digits == "1" && shortest.Contains('E', StringComparison.Ordinal))
            exponent = int.Parse(shortest.Split('E')[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = exponent + 1;
        var sign = number < 0 ? "-" : "";
        if (point is > 0 and <= 21)
            return sign + (digits.Length <= point ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}");
        if (point is > -6 and <= 0) return $"{sign}0.{new string('0', -point)}{digits}";
        var shown = string.Create(CultureInfo.InvariantCulture, $"e{(point - 1 < 0 ? "-" : "+")}{Math.Abs(point - 1)}");
        return sign + (digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}") + shown;
    }

    private static void WriteObject(JsonElement value, IBufferWriter<byte> output)
    {
        var members = new List<(string Name, JsonElement Value)>();
        foreach (var member in value.EnumerateObject()) members.Add((member.Name, member.Value));
        members.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i].Name == members[i - 1].Name)
                throw new ArgumentException("An object holds a name twice.");
            if (i > 0) output.Write(","u8);
            WriteString(members[i].Name, output);
            output.Write(":"u8);
            Write(members[i].Value, output);
        }
        output.Write("}"u8);
    }

    private static void WriteArray(JsonElement value, IBufferWriter<byte> output)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first) output.Write(","u8);
            first = false;
            Write(item, output);
        }
        output.Write("]"u8);
    }

    private static void WriteEscape(char c, IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> escape = c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => [],
        };
        if (escape.IsEmpty) WriteUtf8(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"), output);
        else output.Write(escape);
    }

    private static void WriteUtf8(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        if (text.IsEmpty) return;
        var target = output.GetSpan(text.Length * 3);
        output.Advance(System.Text.Encoding.UTF8.GetBytes(text, target));
    }
}
