using System.Buffers;

namespace Redaction.Image;

/// <summary>Capital letters, digits and a few signs of five by seven dots, so that labels look alike on every
/// machine without any font.</summary>
internal static class DotLetters
{
    public const int Width = 5, Height = 7;
    public const string Known = " -./0123456789:?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_";

    private static readonly SearchValues<char> s_known = SearchValues.Create(Known);

    // Five columns a sign in the order of Known; the lowest bit is the top dot.
    private static readonly byte[] s_columns = Convert.FromHexString(
        "0000000000" + "0808080808" + "0060600000" + "2010080402" +
        "3E5149453E" + "00427F4000" + "4261514946" + "2141454B31" + "1814127F10" + "2745454539" + "3C4A494930" + "0171090503" + "3649494936"
        + "064949291E" +
        "0036360000" + "0201510906" +
        "7E1111117E" + "7F49494936" + "3E41414122" + "7F4141221C" + "7F49494941" + "7F09090901" + "3E4149497A" + "7F0808087F" + "00417F4100"
        +
        "2040413F01" + "7F08142241" + "7F40404040" + "7F020C027F" + "7F0408107F" + "3E4141413E" + "7F09090906" + "3E4151215E" + "7F09192946"
        +
        "4649494931" + "01017F0101" + "3F4040403F" + "1F2040201F" + "3F4038403F" + "6314081463" + "0708700807" + "6151494543" +
        "007F414100" + "0041417F00" + "4040404040");

    public static bool CanWrite(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(s_known);

    /// <summary>True where a sign has a dot.</summary>
    public static bool IsSet(char sign, int x, int y) =>
        (s_columns[Known.IndexOf(sign, StringComparison.Ordinal) * Width + x] >> y & 1) != 0;
}
