using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.TestKit;

/// <summary>Values that tell by themselves what they are, by form or check digit, and a look into files for what is left of them.</summary>
public static partial class Canaries
{
    /// <summary>Forty of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Enumerable.Range(0, 10).Select(static i => $"plover{i}.quillan@x{i}-post.example"),
        .. Enumerable.Range(0, 10).Select(static i => Card(i % 2 == 0 ? $"453952601815{100 + 37 * i}" : $"510510510510{100 + 37 * i}")),
        .. Enumerable.Range(0, 10).Select(static i =>
            i % 2 == 0 ? Iban("DE", $"37040044053201{i}000") : Iban("GB", $"WEST123456987654{i}2")),
        .. Enumerable.Range(0, 10).Select(static i => i % 2 == 0 ? $"+1 415 555 01{10 + i}" : $"+44 20 7946 0{100 + i}"),
    ];

    /// <summary>True when a value stands in a file, in whatever encoding or escape that its readers undo.</summary>
    public static bool IsIn(byte[] file, string value) => In(file, [value]).Any();

    /// <summary>Those of the values that stand in a file, in whatever encoding or escape that its readers undo.</summary>
    public static IEnumerable<string> In(byte[] file, IEnumerable<string> values)
    {
        string[] all = [.. Readings(file)];
        return values.Where(value => Array.Exists(all, text => text.Contains(value, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Readings(byte[] file)
    {
        yield return Encoding.Unicode.GetString(file);
        yield return Encoding.BigEndianUnicode.GetString(file);
        var text = Encoding.Latin1.GetString(file);
        yield return text;
        if (text.AsSpan().ContainsAny('\r', '\n'))
            yield return text.Replace("\r", "", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal)
                .Replace("=\n", "", StringComparison.Ordinal);
        if (text.AsSpan().ContainsAny('=', '%')) yield return Uri.UnescapeDataString(text.Replace('=', '%'));
        if (text.Contains('&', StringComparison.Ordinal)) yield return System.Net.WebUtility.HtmlDecode(text);
        foreach (Match match in Base64().Matches(text))
        {
            var run = match.Value.ReplaceLineEndings("").TrimEnd('=');
            var decoded = new byte[run.Length];
            if (Convert.TryFromBase64String(run + new string('=', (4 - run.Length % 4) % 4), decoded, out var length))
                yield return Encoding.Latin1.GetString(decoded, 0, length);
        }
    }

    private static string Card(string first)
    {
        var sum = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var digit = first[^(i + 1)] - '0';
            if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        var all = first + (char)('0' + (10 - sum % 10) % 10);
        return $"{all[..4]} {all[4..8]} {all[8..12]} {all[12..]}";
    }

    private static string Iban(string country, string account)
    {
        var digits = string.Concat((account + country + "00").Select(static c => char.IsDigit(c) ? c.ToString() : $"{c - 'A' + 10}"));
        var check = 98 - (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
        return $"{country}{check:00}{account}";
    }

    [GeneratedRegex(@"[A-Za-z0-9+/]{12,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}", RegexOptions.None, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Base64();
}
