namespace Redaction;

/// <summary>What the methods of a builder ask of their arguments.</summary>
internal static class BuilderArguments
{
    /// <exception cref="ArgumentException">The choice is none.</exception>
    public static void EnsureDefined<TChoice>(TChoice choice, string name)
        where TChoice : struct, Enum
    {
        if (Enum.IsDefined(choice)) return;
        throw new ArgumentException($"There is no such {name} (valid: {string.Join(", ", Enum.GetNames<TChoice>())}).");
    }

    /// <returns>The builder that was called.</returns>
    /// <exception cref="ArgumentException">A term is empty.</exception>
    public static RedactionEngineBuilder AddTerms(RedactionEngineBuilder builder, List<string> list, IEnumerable<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        foreach (var term in terms)
            list.Add(string.IsNullOrWhiteSpace(term) ? throw new ArgumentException("A term must not be empty.") : term);
        return builder;
    }

    /// <summary>Notes what a builder was told.</summary>
    /// <returns>The builder that was called.</returns>
    public static RedactionEngineBuilder Set<TChoice>(RedactionEngineBuilder builder, ref TChoice place, TChoice value)
    {
        place = value;
        return builder;
    }
}
