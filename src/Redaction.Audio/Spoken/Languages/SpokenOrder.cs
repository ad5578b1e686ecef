namespace Redaction.Audio;

/// <summary>In which order a language says the parts of numbers and addresses.</summary>
[Flags]
internal enum SpokenOrder
{
    None = 0,
    /// <summary>"twenty four" is two words: the units follow the tens.</summary>
    TensUnits = 1,
    /// <summary>"four and twenty": the units stand before the tens.</summary>
    UnitsTens = 2,
    /// <summary>The number of a house follows its street.</summary>
    NumberLast = 4,
    /// <summary>A name stands before the words that introduce it.</summary>
    NameFirst = 8,
}
