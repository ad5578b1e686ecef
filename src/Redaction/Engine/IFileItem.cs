using System.Collections.Immutable;
using System.Text.Json;
using Redaction.Audio;

namespace Redaction;

/// <summary>One thing to redact: a kind of file, or files that belong together. It knows what is done with it and what there is to tell of
/// it.</summary>
/// <remarks>One instance redacts one item; its facts are there afterwards.</remarks>
internal interface IFileItem
{
    /// <summary>What manifests and reports call it: one of <see cref="ItemKinds"/>.</summary>
    string Kind { get; }

    IFileFormat Format { get; }

    /// <summary>True when models for images looked at it.</summary>
    bool IsSeen => Format.Medium == Medium.Image;

    /// <summary>True when its sound was listened to.</summary>
    bool IsHeard => Format.Medium == Medium.Audio;

    /// <summary>What was done to its sound; null where there is none, or it was not listened to.</summary>
    CallSummary? Heard => null;

    /// <summary>What only this kind has to tell, for people; empty when there is nothing.</summary>
    string Figures => "";

    /// <summary>What was left out since it is not needed or never leaves, by name.</summary>
    ImmutableSortedDictionary<string, long> Dropped => ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>The redacted image, small; empty when there is none.</summary>
    ImmutableArray<byte> Thumbnail => [];

    /// <exception cref="RedactionException">It cannot be read or written, or a component failed; discard what was written.</exception>
    void Redact(RedactionEngine engine, IItemWork work);

    /// <summary>Writes what only this kind has to tell into the current object.</summary>
    void WriteFacts(Utf8JsonWriter json) { }
}
