namespace Redaction.Audio;

/// <summary>What the tables of spoken forms call kinds and lists.</summary>
internal static class WordKindNames
{
    /// <summary>The kind of a name.</summary>
    /// <exception cref="InvalidDataException">There is no such kind.</exception>
    public static WordKinds Kind(string name) => name.TrimEnd(':') switch
    {
        "digit" => WordKinds.Digit,
        "oh" => WordKinds.Oh,
        "homophone" => WordKinds.Homophone,
        "number" => WordKinds.Number,
        "scale" => WordKinds.Scale,
        "repeat" => WordKinds.Repeat,
        "nato" => WordKinds.Nato,
        "letter" => WordKinds.Letter,
        "letterword" => WordKinds.LetterWord,
        "link" => WordKinds.Link,
        "mark" => WordKinds.Mark,
        "provider" => WordKinds.Provider,
        "symbol" => WordKinds.Symbol,
        "spacer" => WordKinds.Spacer,
        "filler" => WordKinds.Filler,
        "correction" => WordKinds.Correction,
        "restart" => WordKinds.Restart,
        "ordinal" => WordKinds.Ordinal,
        "month" => WordKinds.Month,
        "datelink" => WordKinds.DateLink,
        "unit" => WordKinds.Unit,
        "unitlead" => WordKinds.UnitLead,
        "street" => WordKinds.Street,
        "direction" => WordKinds.Direction,
        "dwelling" => WordKinds.Dwelling,
        "region" => WordKinds.Region,
        "title" => WordKinds.Title,
        "tail" => WordKinds.Tail,
        "namelead" => WordKinds.NameLead,
        "strongname" => WordKinds.StrongName,
        "cue" => WordKinds.Cue,
        "common" => WordKinds.Common,
        _ => throw new InvalidDataException($"A table of spoken forms has the unknown kind '{name}'."),
    };

    /// <summary>The list of a head; None where the head is a kind.</summary>
    public static WordLists List(string head) => head switch
    {
        "tld:" => WordLists.DomainEnd,
        "name:" => WordLists.Name,
        "nameword:" => WordLists.NameWord,
        "function:" => WordLists.Function,
        "acronym:" => WordLists.Acronym,
        "relative:" => WordLists.Relative,
        "business:" => WordLists.Business,
        "joiner:" => WordLists.Joiner,
        "timelead:" => WordLists.TimeLead,
        "copula:" => WordLists.Copula,
        "answerlead:" => WordLists.AnswerLead,
        "streetend:" => WordLists.StreetEnd,
        "greeting:" => WordLists.Greeting,
        _ => WordLists.None,
    };
}
