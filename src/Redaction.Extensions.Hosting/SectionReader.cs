using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Redaction.Extensions.Hosting;

/// <summary>Reads the options of a section. It never throws: mistakes are kept with the place where they stand, so that all of them are
/// told together, and a change of the configuration does not stop the application.</summary>
internal static class SectionReader
{
    private static readonly string[] s_keys =
    [
        nameof(RedactionEngineOptions.Allow), nameof(RedactionEngineOptions.Deny), nameof(RedactionEngineOptions.Detectors),
        nameof(RedactionEngineOptions.Entities), nameof(RedactionEngineOptions.KeyFile), nameof(RedactionEngineOptions.Locales),
        nameof(RedactionEngineOptions.MinScore), nameof(RedactionEngineOptions.Policy), nameof(RedactionEngineOptions.Project),
        nameof(RedactionEngineOptions.SecondLook), nameof(RedactionEngineOptions.WarmUp), nameof(RedactionEngineOptions.WarmUpImages),
    ];

    public static void Read(IConfigurationSection section, RedactionEngineOptions options)
    {
        foreach (var entry in section.GetChildren())
        {
            switch (s_keys.FirstOrDefault(k => k.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)))
            {
                case nameof(RedactionEngineOptions.Policy): options.Policy = Text(entry, options) ?? options.Policy; break;
                case nameof(RedactionEngineOptions.KeyFile): options.KeyFile = Text(entry, options); break;
                case nameof(RedactionEngineOptions.Project): options.Project = Text(entry, options) ?? ""; break;
                case nameof(RedactionEngineOptions.MinScore): options.MinScore = Score(entry, options); break;
                case nameof(RedactionEngineOptions.SecondLook): options.SecondLook = Choice(entry, options, options.SecondLook); break;
                case nameof(RedactionEngineOptions.WarmUp): options.WarmUp = Choice(entry, options, options.WarmUp); break;
                case nameof(RedactionEngineOptions.WarmUpImages): options.WarmUpImages = Choice(entry, options, false); break;
                case nameof(RedactionEngineOptions.Detectors): Fill(entry, options.Detectors, options); break;
                case nameof(RedactionEngineOptions.Entities): Fill(entry, options.Entities, options); break;
                case nameof(RedactionEngineOptions.Locales): Fill(entry, options.Locales, options); break;
                case nameof(RedactionEngineOptions.Allow): Fill(entry, options.Allow, options); break;
                case nameof(RedactionEngineOptions.Deny): Fill(entry, options.Deny, options); break;
                default: options.Mistakes.Add($"{entry.Path}: there is no such key (valid: {string.Join(", ", s_keys)})."); break;
            }
        }
    }

    private static string? Text(IConfigurationSection entry, RedactionEngineOptions options)
    {
        if (!entry.GetChildren().Any() && !string.IsNullOrWhiteSpace(entry.Value)) return entry.Value;
        options.Mistakes.Add($"{entry.Path}: a text is expected.");
        return null;
    }

    private static float? Score(IConfigurationSection entry, RedactionEngineOptions options)
    {
        if (float.TryParse(entry.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1)
            return score;
        options.Mistakes.Add($"{entry.Path}: a score from 0 to 1 is expected.");
        return null;
    }

    private static bool Choice(IConfigurationSection entry, RedactionEngineOptions options, bool otherwise)
    {
        if (bool.TryParse(entry.Value, out var choice)) return choice;
        options.Mistakes.Add($"{entry.Path}: true or false is expected.");
        return otherwise;
    }

    /// <summary>A list, or one text with commas as environment variables have it.</summary>
    private static void Fill(IConfigurationSection entry, IList<string> list, RedactionEngineOptions options)
    {
        list.Clear();
        foreach (var value in entry.Value is { } one
            ? one.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : entry.GetChildren().Select(static c => c.Value))
        {
            if (string.IsNullOrWhiteSpace(value)) options.Mistakes.Add($"{entry.Path}: a text is expected.");
            else list.Add(value);
        }
    }
}
