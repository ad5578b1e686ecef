namespace Redaction.Audio;

/// <summary>Lists of single words in a language's table.</summary>
[Flags]
internal enum WordLists : ushort
{
    None = 0,
    DomainEnd = 1,
    Name = 2,
    NameWord = 4,
    Function = 8,
    Acronym = 16,
    Relative = 32,
    Business = 64,
    /// <summary>"and": joins the parts of a number and the items of a list.</summary>
    Joiner = 128,
    /// <summary>"at", "until": a time or a year follows.</summary>
    TimeLead = 256,
    /// <summary>"is", "was": what was announced follows.</summary>
    Copula = 512,
    /// <summary>"it", "is", "my": said before an answer.</summary>
    AnswerLead = 1024,
    /// <summary>"street", "straße" at the end of a longer word.</summary>
    StreetEnd = 2048,
    /// <summary>"calling", "welcome": the name of a business follows.</summary>
    Greeting = 4096,
}
