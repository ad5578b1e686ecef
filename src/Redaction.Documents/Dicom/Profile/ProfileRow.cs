namespace Redaction.Documents.Dicom;

/// <summary>A row of PS3.15 table E.1-1.</summary>
/// <param name="Basic">The code of the Basic Profile, such as <c>X/Z/D</c>.</param>
/// <param name="Options">The codes of the options, in the order of <see cref="ProfileTable.Options"/>; <c>-</c> where one says
/// nothing.</param>
internal sealed record ProfileRow(string Basic, string[] Options)
{
    /// <summary>The code of an option; <c>-</c> where it says nothing.</summary>
    public char Code(string option) => Options[ProfileTable.Options.IndexOf(option)][0];

    /// <summary>What happens under settings.</summary>
    /// <remarks>An option that keeps goes before one that cleans, and both before the Basic Profile. Of combined codes the one is taken
    /// that leaves a valid object whatever the type of the attribute is in it: a dummy before an empty value before removal.</remarks>
    public ProfileAction Under(DicomSettings settings)
    {
        var cleans = false;
        foreach (var option in ProfileTable.Options)
        {
            if (!settings.Has(option)) continue;
            var code = Code(option);
            if (code == 'K') return ProfileAction.Keep;
            cleans |= code == 'C';
        }
        return cleans ? ProfileAction.Clean : BasicAction;
    }

    /// <summary>The action of the Basic Profile.</summary>
    public ProfileAction BasicAction => Basic switch
    {
        "X" => ProfileAction.Remove,
        "U" or "X/Z/U*" => ProfileAction.Map,
        "Z" or "X/Z" => ProfileAction.Empty,
        "D" or "X/D" or "Z/D" or "X/Z/D" => ProfileAction.Dummy,
        "K" => ProfileAction.Keep,
        _ => ProfileAction.Remove,
    };

    /// <summary>True for what describes rather than identifies.</summary>
    public bool IsDescriptor => Code("cleanDescOpt") == 'C' || Code("cleanStructContOpt") == 'C' || Code("cleanGraphOpt") == 'C';

    /// <summary>True for a time.</summary>
    public bool IsTemporal => Code("rtnLongFullDatesOpt") != '-';
}
