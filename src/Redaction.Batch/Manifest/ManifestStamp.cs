using System.Collections.Immutable;

namespace Redaction.Batch;

/// <summary>What decided besides the policy: another stamp, and the same input may give another output.</summary>
/// <param name="Engine">Version of the engine.</param>
/// <param name="Detectors">SHA-256 over the detectors and their versions.</param>
/// <param name="Lexicons">SHA-256 over the word lists.</param>
/// <param name="Models">Version and SHA-256 of the models, by id.</param>
internal sealed record ManifestStamp(string Engine, string Detectors, string Lexicons, ImmutableSortedDictionary<string, string> Models)
{
    /// <summary>The mark of the key; null where there was none.</summary>
    public string? Key { get; init; }
}
