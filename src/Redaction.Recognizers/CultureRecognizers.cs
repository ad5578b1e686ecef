using System.Collections.Immutable;
using Microsoft.Recognizers.Text;

namespace Redaction.Recognizers;

/// <summary>Detectors that ask Microsoft's Recognizers-Text.</summary>
public static class CultureRecognizers
{
    /// <summary>The cultures that there are models for, such as <c>zh-cn</c>.</summary>
    public static ImmutableArray<string> Cultures { get; } =
    [
        .. Culture.GetSupportedCultureCodes().Select(static c => c.ToLowerInvariant()).Where(static c => c != "*")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Makes a detector of dates, telephone numbers and amounts of money. Making it takes a second: keep it.</summary>
    /// <param name="culture">One of <see cref="Cultures"/>. What has no model in it is not looked for.</param>
    /// <exception cref="ArgumentException">There is no model for the culture, or the application knows no cultures.</exception>
    public static ITextDetector Create(string culture)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(culture);
        var code = culture.ToLowerInvariant();
        if (!Cultures.Contains(code, StringComparer.Ordinal))
            throw new ArgumentException($"There are no models for '{culture}' (valid: {string.Join(", ", Cultures)}).", nameof(culture));
        return new RecognizedValues(code);
    }
}
