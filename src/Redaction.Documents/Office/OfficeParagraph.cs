namespace Redaction.Documents.Office;

/// <summary>The texts of a paragraph that has not ended: as it is, as it was before tracked changes, and what its fields do.</summary>
internal sealed class OfficeParagraph
{
    /// <summary>As it is.</summary>
    public FlowView Current { get; } = new();

    /// <summary>As it was.</summary>
    public FlowView Former { get; } = new();

    /// <summary>What its fields do, one a line.</summary>
    public FlowView Fields { get; } = new();

    /// <summary>True when a tracked change makes the two differ.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Adds a piece of text.</summary>
    public void Append(EditableText text, TextSpan chars, bool isInserted, bool isDeleted)
    {
        if (!isDeleted) Current.Append(text, chars);
        if (!isInserted || isDeleted) Former.Append(text, chars);
        IsChanged |= isInserted || isDeleted;
    }

    /// <summary>Adds a sign that stands for no text.</summary>
    public void Append(char c)
    {
        Current.Append(c);
        Former.Append(c);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Current.Clear();
        Former.Clear();
        Fields.Clear();
        IsChanged = false;
    }
}
