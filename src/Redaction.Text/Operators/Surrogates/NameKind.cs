namespace Redaction.Text;

internal enum NameKind
{
    Female,
    Male,
    Surname,
    /// <summary>A given name of women and men alike.</summary>
    Neutral,
}
