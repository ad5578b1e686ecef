using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>How the addresses of a country are written.</summary>
/// <param name="Signs">Words or signs of which one stands in every such address.</param>
/// <param name="Before">Most characters before the sign.</param>
/// <param name="After">Most characters from the sign on.</param>
/// <param name="Pattern">The address.</param>
internal sealed record AddressForm(string[] Signs, int Before, int After, Regex Pattern)
{
    /// <summary>True when one of the signs stands at the beginning of a text.</summary>
    public bool Begins(ReadOnlySpan<char> text)
    {
        foreach (var sign in Signs)
            if (text.StartsWith(sign, StringComparison.Ordinal)) return true;
        return false;
    }
}
