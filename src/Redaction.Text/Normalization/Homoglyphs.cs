using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Letters of other scripts that look like Latin ones: the part of Unicode's confusables (UTS 39) that is used to
/// disguise Latin words.</summary>
internal static class Homoglyphs
{
    private const string Lookalikes =
        "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u04BBh\u0501d\u051Bq\u051Dw\u04CFl\u0433r\u043Fn\u043Cm"
        + "\u0442t\u0432b\u043Dh\u043Ak\u0454e" +
        "\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0425X\u0423Y\u0406I\u0408J\u0405S\u050CG\u04AEY\u0417Z"
        + "\u051AQ\u051CW" +
        "\u03B1a\u03BFo\u03BDv\u03C1p\u03C5u\u03B9i\u03BAk\u03C7x\u03B3y\u03C4t\u03B5e\u03B7n\u03C9w" +
        "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X" +
        "\u0251a\u0261g\u0131i\u0269i\u026Ai\u0274n\u0280r\u028Fy\u0299b\u029Ch\u029Fl\u1D00a\u1D04c\u1D05d\u1D07e\u1D0Aj\u1D0Bk\u1D0Dm"
        + "\u1D0Fo\u1D18p\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u1D22z" +
        "\u0585o\u057Du\u0570h\u0578n\u0566q\u0581g\u0501d\u13DES\u13A0D\u13A1R\u13A2T\u13AAA\u13B3W\u13B7M\u13C0G\u13C2h\u13C3Z\u13CFb"
        + "\u13D4W\u13E2P\u13DAV\u13DFC\u13E6K";

    private static readonly FrozenDictionary<char, char> s_latin = Pairs().ToFrozenDictionary();

    /// <summary>All letters of the table.</summary>
    public static string Letters { get; } = string.Concat(s_latin.Keys.Order());

    /// <summary>The Latin letter that a letter looks like.</summary>
    public static bool TryGetLatin(char letter, out char latin) => s_latin.TryGetValue(letter, out latin);

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < Lookalikes.Length; i += 2) pairs[Lookalikes[i]] = Lookalikes[i + 1];
        return pairs;
    }
}
