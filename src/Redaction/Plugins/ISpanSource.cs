namespace Redaction;

/// <summary>Something outside this library that finds values in a text.</summary>
internal interface ISpanSource
{
    /// <summary>What it finds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locale">The locale of the run, such as <c>de-AT</c>, where one is given.</param>
    /// <exception cref="RedactionException">It cannot be started or reached, did not answer in time, or failed.</exception>
    IReadOnlyList<PluginSpan> Find(string text, string? locale);
}
