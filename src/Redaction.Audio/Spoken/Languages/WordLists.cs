namespace Redaction.Audio;

/// <summary>Lists of single words in a language's table.</summary>
[Flags]
internal enum WordLists : byte
{
    None = 0,
    DomainEnd = 1,
    Name = 2,
    NameWord = 4,
    Function = 8,
    Acronym = 16,
    Relative = 32,
    Business = 64,
}
