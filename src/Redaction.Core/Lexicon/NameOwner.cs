namespace Redaction;

/// <summary>Who has the name in <c>… name is</c>.</summary>
internal enum NameOwner
{
    /// <summary>The words do not tell.</summary>
    Unknown,
    /// <summary>A person: <c>my</c>, <c>patient's</c>, <c>first</c>.</summary>
    Person,
    /// <summary>A thing: <c>company</c>, <c>policy</c>, <c>file</c>.</summary>
    Thing,
}
