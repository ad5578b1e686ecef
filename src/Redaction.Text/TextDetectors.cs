using System.Collections.Immutable;
using Redaction.Text.Locales;

namespace Redaction.Text;

/// <summary>The built-in text detectors.</summary>
public static class TextDetectors
{
    /// <summary>Every built-in detector that runs unasked, sorted by id.</summary>
    public static ImmutableArray<ITextDetector> All { get; } =
        [.. Worldwide.Detectors.Concat(Countries.Detectors).OrderBy(static d => d.Info.Id, StringComparer.Ordinal)];

    /// <summary>Detectors that run only where a policy rule, an entity or an id asks for them by name: what they find identifies nobody by
    /// itself.</summary>
    public static ImmutableArray<ITextDetector> OnRequest { get; } = [.. Worldwide.OnRequest];

    /// <summary>Those of <see cref="All"/> that belong to no country or to one of these.</summary>
    /// <param name="tags">Country codes or language tags that name a country: <c>de</c>, <c>en-GB</c>.</param>
    /// <exception cref="ArgumentException">A tag names no country that has detectors; the message names those that do.</exception>
    public static ImmutableArray<ITextDetector> For(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(tag, nameof(tags));
            if (All.Any(d => d.Info.Locale is not null && d.Info.BelongsTo(tag))) continue;
            var countries = All.Select(static d => d.Info.Locale).OfType<string>().Distinct().Order(StringComparer.Ordinal);
            throw new ArgumentException(
                $"'{tag}' names no country that has detectors of its own ({string.Join(", ", countries)}).", nameof(tags));
        }
        string[] all = [.. tags];
        return [.. All.Where(d => d.Info.Locale is null || all.Any(d.Info.BelongsTo))];
    }
}
