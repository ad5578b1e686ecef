namespace Redaction.Governance;

/// <summary>The tables of a safe whose rows are summed up, in the order of <see cref="SafeSchema.Summed"/>.</summary>
internal enum SafeTable
{
    Classes,
    Identities,
    Seals,
    Sightings,
    Artefacts,
    Holds,
    Marks,
    Grants,
}
