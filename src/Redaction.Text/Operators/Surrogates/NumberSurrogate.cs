using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Numbers and addresses from the ranges that are reserved for examples, so that none of them reaches anyone.</summary>
internal static class NumberSurrogate
{
    private static readonly string[] s_areas =
        ["202", "212", "303", "312", "404", "415", "503", "512", "602", "617", "702", "713", "801", "816", "904", "919"];
    private static readonly string[] s_networks = ["192.0.2.", "198.51.100.", "203.0.113."];

    /// <summary>Numbers set aside for drama: +1 555-01xx, Ofcom's 07700 900xxx, ARCEP's 06 39 98,
    /// the Bundesnetzagentur's 030 23125, ACMA's 0491 57.</summary>
    public static void Phone(ReadOnlySpan<char> phone, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        Span<char> digits = stackalloc char[20];
        var own = digits[..Digits.Copy(phone, digits)];
        var draw = Draw(digest);
        var isInternational = phone.TrimStart(" (").StartsWith("+") || own.StartsWith("00");
        var country = own.TrimStart('0');
        var number = !isInternational ? null
            : country.StartsWith("44") ? Text($"+44 7700 900{draw % 1000:000}")
            : country.StartsWith("33") ? Text($"+33 6 39 98 {draw % 100:00} {draw / 100 % 100:00}")
            : country.StartsWith("49") ? Text($"+49 30 23125{draw % 1000:000}")
            : country.StartsWith("61") ? Text($"+61 491 57{draw % 10:0} {draw / 10 % 1000:000}")
            : null;
        var area = s_areas[draw / 100 % (uint)s_areas.Length];
        var isNorthAmerican = own.Length == 10 && own[0] is not ('0' or '1');
        output.Write(number ?? (isNorthAmerican ? Text($"({area}) 555-01{draw % 100:00}") : Text($"+1 {area} 555 01{draw % 100:00}")));
    }

    /// <summary>A number that passes the Luhn check under a prefix of the issuers' test cards, in the same groups.</summary>
    public static bool TryCard(ReadOnlySpan<char> card, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        Span<char> digits = stackalloc char[24];
        var count = Digits.Copy(card, digits);
        if (count is < 13 or > 19) return false;
        var prefix = digits[0] switch { '3' => "378282", '5' or '2' => "555555", '6' => "601111", _ => "400000" };
        prefix.CopyTo(digits);
        for (var i = prefix.Length; i < count - 1; i++) digits[i] = (char)('0' + digest[i] % 10);
        digits[count - 1] = CheckDigit(digits[..(count - 1)]);
        var next = 0;
        foreach (var c in card) output.Write([char.IsAsciiDigit(c) ? digits[next++] : c]);
        return true;
    }

    /// <summary>RFC 5737 and RFC 3849.</summary>
    public static void Ip(ReadOnlySpan<char> ip, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        var draw = Draw(digest);
        output.Write(ip.Contains(':')
            ? Text($"2001:db8::{digest[4]:x2}{digest[5]:x2}:{digest[6]:x2}{digest[7]:x2}")
            : Text($"{s_networks[draw % 3]}{1 + draw / 3 % 254}"));
    }

    /// <summary>RFC 7042, section 2.1.2: 00-00-5E-00-53-xx.</summary>
    public static void Mac(ReadOnlySpan<char> mac, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        var separator = mac.Contains(':') ? ":" : mac.Contains('-') ? "-" : "";
        output.Write(string.Join(separator, "00", "00", "5e", "00", "53", digest[4].ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Another digit for the one at a place; the first of a number is 0 only where it was.</summary>
    public static char Digit(ReadOnlySpan<char> value, int at, byte draw)
    {
        var isFirst = at == 0 || !char.IsAsciiDigit(value[at - 1]);
        return !isFirst ? (char)('0' + draw % 10) : value[at] == '0' ? '0' : (char)('1' + draw % 9);
    }

    private static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return (char)('0' + (10 - sum % 10) % 10);
    }

    private static uint Draw(ReadOnlySpan<byte> digest) => BinaryPrimitives.ReadUInt32BigEndian(digest);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
