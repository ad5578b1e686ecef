namespace Redaction.Image;

/// <summary>What happens to what detectors still find in the output, read again as an annotator would see it.</summary>
public enum ResidueCheck
{
    /// <summary>The output is not read again.</summary>
    Off,

    /// <summary>The file fails with <see cref="ErrorCodes.Residue"/>; nothing is released.</summary>
    Fail,

    /// <summary>It is masked too and the output read again; the file fails when something is left after three rounds.</summary>
    Mask,
}
