using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Text.Tests;

/// <summary>Values that tell by themselves what they are, by form or check digit, and a look into files for what is left of them.</summary>
internal static partial class Canaries
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
    public static bool IsIn(byte[] file, string value)
    {
        foreach (var encoding in (Encoding[])[Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var text = encoding.GetString(file);
            if (text.Contains(value, StringComparison.OrdinalIgnoreCase)) return true;
            if (encoding != Encoding.Latin1) continue;
            if (text.Replace("\r", "", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal)
                .Replace("=\n", "", StringComparison.Ordinal).Contains(value, StringComparison.OrdinalIgnoreCase)) return true;
            if (Uri.UnescapeDataString(text.Replace('=', '%')).Contains(value, StringComparison.OrdinalIgnoreCase)) return true;
            if (System.Net.WebUtility.HtmlDecode(text).Contains(value, StringComparison.OrdinalIgnoreCase)) return true;
            foreach (Match match in Base64().Matches(text))
            {
                var run = match.Value.ReplaceLineEndings("").TrimEnd('=');
                var decoded = new byte[run.Length];
                if (Convert.TryFromBase64String(run + new string('=', (4 - run.Length % 4) % 4), decoded, out var length)
                    && Encoding.Latin1.GetString(decoded, 0, length).Contains(value, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
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
