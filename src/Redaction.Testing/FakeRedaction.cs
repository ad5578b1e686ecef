using System.Text;

namespace Redaction.Testing;

/// <summary>Engines for tests of applications that redact, and a look into what they wrote.</summary>
/// <remarks>The engines are real ones, with real formats, policies and operators; only what is found is told by the test, so that a test
/// is quick and does not change when a detector gets better.</remarks>
public static class FakeRedaction
{
    /// <summary>An engine that finds these values, wherever they stand and whatever their case, and nothing else; no model is
    /// loaded.</summary>
    /// <param name="planted">Each value and the entity that it is found as.</param>
    public static RedactionEngine Engine(params IEnumerable<(string Value, string Entity)> planted)
    {
        ArgumentNullException.ThrowIfNull(planted);
        return Only(new PlantedValues([.. planted.Select(static p => (p.Value, new EntityType(p.Entity)))]));
    }

    /// <summary>An engine with which every item that has a text in it fails, for tests of what an application does then.</summary>
    /// <param name="code">The code of the failure; see <see cref="ErrorCodes"/>.</param>
    /// <param name="advice">What a person can do about it.</param>
    public static RedactionEngine Failing(string code = ErrorCodes.ComponentFailed, string? advice = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return Only(new FailingDetector(code, advice));
    }

    /// <summary>The values that still stand in an output: as UTF-8 or UTF-16, in any case, or in the escapes of JSON, HTML and
    /// addresses.</summary>
    /// <param name="output">What was written, of any kind; what is compressed in it is not unpacked.</param>
    /// <param name="values">What must not be there.</param>
    public static IReadOnlyList<string> Left(ReadOnlySpan<byte> output, params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var readings = Readings(output);
        return [.. values.Where(v => v.Length > 0 && readings.Exists(r => r.Contains(v, StringComparison.OrdinalIgnoreCase)))];
    }

    private static RedactionEngine Only(ITextDetector detector)
    {
        var builder = new RedactionEngineBuilder().AddDetector(detector).WithDetectors(detector.Info.Id);
        builder.Refiners.Clear();
        return builder.Build();
    }

    private static List<string> Readings(ReadOnlySpan<byte> output)
    {
        List<string> readings =
        [
            Encoding.UTF8.GetString(output), Encoding.Latin1.GetString(output), Encoding.Unicode.GetString(output),
            Encoding.BigEndianUnicode.GetString(output),
        ];
        if (output.Length > 1) readings.Add(Encoding.Unicode.GetString(output[1..])); // where it begins at an odd byte
        var text = readings[0];
        readings.Add(System.Net.WebUtility.HtmlDecode(text));
        readings.Add(Uri.UnescapeDataString(text));
        readings.Add(JsonDecoded(text));
        return readings;
    }

    /// <summary>The text with <c>\u0041</c> as the character and other escapes without their backslash.</summary>
    private static string JsonDecoded(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) decoded.Append(text[i]);
            else if (text[i + 1] == 'u' && i + 5 < text.Length && ushort.TryParse(text.AsSpan(i + 2, 4),
                System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit))
            {
                decoded.Append((char)unit);
                i += 5;
            }
            else decoded.Append(text[++i]);
        }
        return decoded.ToString();
    }
}
