namespace Redaction.Text.Names;

/// <summary>A given name and a surname side by side, by the lists alone: where no sentence is that a model could read.</summary>
internal static class NamePairs
{
    private const ushort Places = Gazetteer.City | Gazetteer.Region, NoName = Gazetteer.CommonWord | Gazetteer.Job;

    /// <summary>True for a given name that is nothing else, and beside it a surname or a word that no list has, by what the lists
    /// say.</summary>
    public static bool Are(ushort given, ushort surname) =>
        (given & Gazetteer.FirstName) != 0 && (given & (Places | NoName)) == 0
        && (surname & NoName) == 0 && ((surname & Gazetteer.LastName) != 0 || (surname & Places) == 0);

    /// <summary>True for a given name that is no everyday word; many are towns too.</summary>
    public static bool IsGiven(ushort mask) => (mask & Gazetteer.FirstName) != 0 && (mask & NoName) == 0;

    /// <summary>What the lists say of a word.</summary>
    public static ushort Mask(ReadOnlySpan<char> word, Gazetteer gazetteer)
    {
        Span<byte> key = stackalloc byte[TokenKey.MaxBytes];
        return gazetteer.Mask(Fnv.Add(Fnv.Basis, key[..TokenKey.Write(word, gazetteer, key)]));
    }
}
