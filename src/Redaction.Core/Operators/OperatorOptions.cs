using System.Collections.Immutable;
using System.Globalization;

namespace Redaction;

/// <summary>Options of a policy rule (<c>with: { … }</c>), read strictly: an unknown name or an unreadable value is an error.</summary>
public sealed class OperatorOptions
{
    private readonly ImmutableSortedDictionary<string, string> _values;

    /// <summary>Holds option values as written in the policy.</summary>
    public OperatorOptions(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = values.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>No options.</summary>
    public static OperatorOptions None { get; } = new([]);

    /// <summary>Number of options set.</summary>
    public int Count => _values.Count;

    /// <summary>Names and values, sorted by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => _values;

    /// <summary>Checks that only declared options are set.</summary>
    /// <exception cref="ArgumentException">An option is set that <paramref name="owner"/> does not have; names the valid ones.</exception>
    public void EnsureOnly(IOperator owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        EnsureOnly(owner.Id, owner.Options);
    }

    internal void EnsureOnly(string id, ImmutableArray<OperatorOption> options)
    {
        foreach (var name in _values.Keys)
        {
            if (options.Any(o => o.Name == name)) continue;
            var valid = options.IsEmpty ? "it has none" : "valid: " + string.Join(", ", options.Select(static o => o.Name));
            throw new ArgumentException($"Operator '{id}' has no option '{name}' ({valid}).");
        }
    }

    /// <summary>An integer between <paramref name="min"/> and <paramref name="max"/>,
    /// or <paramref name="fallback"/> when not set.</summary>
    /// <exception cref="ArgumentException">The value is not such an integer.</exception>
    public int Integer(string name, int fallback, int min, int max)
    {
        if (!_values.TryGetValue(name, out var text)) return fallback;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min
            && value <= max
            ? value
            : throw Unreadable(name, $"an integer from {min} to {max}");
    }

    /// <summary>A number between <paramref name="min"/> and <paramref name="max"/>, or <paramref name="fallback"/> when not set.</summary>
    /// <exception cref="ArgumentException">The value is not such a number.</exception>
    public double Number(string name, double fallback, double min, double max)
    {
        if (!_values.TryGetValue(name, out var text)) return fallback;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Unreadable(name, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
    }

    /// <summary>A boolean, or <paramref name="fallback"/> when not set.</summary>
    /// <exception cref="ArgumentException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool Boolean(string name, bool fallback)
    {
        if (!_values.TryGetValue(name, out var text)) return fallback;
        return text switch { "true" => true, "false" => false, _ => throw Unreadable(name, "true or false") };
    }

    /// <summary>One of <paramref name="choices"/>; the first when not set.</summary>
    /// <exception cref="ArgumentException">The value is none of the choices.</exception>
    public string Choice(string name, params ReadOnlySpan<string> choices)
    {
        if (!_values.TryGetValue(name, out var text)) return choices[0];
        return choices.Contains(text) ? text : throw Unreadable(name, "one of " + string.Join(", ", choices.ToArray()));
    }

    /// <summary>A text, or <paramref name="fallback"/> when not set.</summary>
    public string Text(string name, string fallback) => _values.GetValueOrDefault(name, fallback);

    private static ArgumentException Unreadable(string name, string expected) => new($"Option '{name}' must be {expected}.");
}
