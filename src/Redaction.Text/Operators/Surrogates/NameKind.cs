namespace Redaction.Text;

internal enum NameKind
{
    Female,
    Male,
    Surname,
}
