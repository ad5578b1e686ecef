using System.Globalization;
using System.Text.Json;

namespace Redaction;

/// <summary>Says of what is not JSON where it is not: the messages of the reader quote the text, and are not used.</summary>
internal static class JsonFault
{
    /// <summary>A sentence.</summary>
    /// <param name="what">Such as <c>file</c>.</param>
    /// <param name="fault">Tells the line; null where nothing does.</param>
    public static string Of(string what, JsonException? fault) => fault?.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"The {what} is not valid JSON at line {line + 1}, byte {fault.BytePositionInLine + 1}.")
        : $"The {what} is not valid JSON.";
}
