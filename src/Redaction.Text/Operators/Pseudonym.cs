using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Writes a believable value in place of the real one: the same person stays the same person,
/// and none of the values reaches anyone.</summary>
/// <remarks>
/// Names keep language, script and gender where these are known; a given name of which the gender is not known becomes one of women and men
/// alike, and surnames keep the form that tells a woman. Phone, card and network numbers come from reserved ranges, e-mail addresses from
/// example domains. Towns stay in their country; organisations and addresses keep the words that say what they are; dates move by the same
/// number of days; other numbers keep their shape. Credentials, coordinates and values in words that none of this fits get their type and a
/// keyed code, as <c>hash</c> writes it.
/// Without the key no surrogate can be traced back. Two persons of a large project can get one surrogate: where that must not be,
/// use <c>hash</c> or <c>token</c>.
/// </remarks>
public sealed class Pseudonym : ITextOperator
{
    private const int LongestOfCode = 5;
    private static readonly string[] s_languages =
        ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "hu", "ro", "sv", "da", "nb", "fi", "tr"];

    private static readonly ImmutableHashSet<string> s_coded = ["secret", "gps", "crypto-wallet", "security-code", "face", "term", "mrz"];
    private readonly byte[] _key;
    private readonly bool _perDocument;
    private readonly int _language;
    private readonly bool _keepGender = true;
    private readonly byte[] _salt = [];
    private readonly DocumentNames? _names;
    private readonly PersonSurrogate _persons;
    private readonly WordSurrogate _words;

    /// <summary>Makes the operator for one project.</summary>
    /// <param name="key">The root key.</param>
    /// <param name="project">Surrogates of different projects cannot be linked.</param>
    public Pseudonym(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Derive("pseudonym", project);
        _persons = new(_key, _salt, _language, _keepGender, null);
        _words = new(_key, _salt, _language, _persons, null);
    }

    private Pseudonym(byte[] key, bool perDocument, int language, bool keepGender, byte[] salt, DocumentNames? names)
    {
        (_key, _perDocument, _language, _keepGender, _salt, _names) = (key, perDocument, language, keepGender, salt, names);
        _persons = new(key, salt, NameLists.Language(s_languages[language]), keepGender, names);
        _words = new(key, salt, NameLists.Language(s_languages[language]), _persons, names);
    }

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "pseudonym", "Replaces the value by a believable one; the same person stays the same within the project or document.",
        [
            new("scope", "project|document", "project", "Within what equal values get equal surrogates."),
            new("language", "en|de|fr|es|it|pt|nl|pl|cs|hu|ro|sv|da|nb|fi|tr", "en",
                "Language of the surrogate of a name whose own is not known."),
            new("gender", "keep|any", "keep", "Whether women's names become women's names and men's names men's."),
        ], static options => Read(options));

    /// <inheritdoc/>
    public string Id => Described.Id;

    /// <inheritdoc/>
    public string Description => Described.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => Described.Options;

    /// <inheritdoc/>
    public bool IsPerDocument => _names is null;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var (perDocument, language, keepGender) = Read(options);
        return new Pseudonym(_key, perDocument, language, keepGender, [], null);
    }

    private static (bool PerDocument, int Language, bool KeepGender) Read(OperatorOptions options) =>
        (options.Choice("scope", "project", "document") == "document", Array.IndexOf(s_languages, options.Choice("language", s_languages)),
        options.Choice("gender", "keep", "any") == "keep");

    /// <inheritdoc/>
    public ITextOperator ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new Pseudonym(_key, _perDocument, _language, _keepGender, _perDocument ? memory.Salt.ToArray() : [],
            memory.Of<DocumentNames>());
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item)
    {
        if (item.Finding.Type == EntityTypes.Person) _persons.Observe(original);
        else if (IsOfWords(item.Finding.Type)) _words.Observe(original);
        else _names?.Real.Add(original.ToString());
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var type = item.Finding.Type;
        if (type == EntityTypes.Person)
        {
            _persons.Write(original, output);
            return;
        }
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, _salt, type.Name, original, digest);
        switch (type.Name)
        {
            case "username" when HasWord(original): EmailSurrogate.WriteLocal(original, _persons, _names, digest, output); break;
            case "email": EmailSurrogate.Write(original, _persons, _names, digest, output); break;
            case "phone": NumberSurrogate.Phone(original, digest, output); break;
            case "ip": NumberSurrogate.Ip(original, digest, output); break;
            case "mac": NumberSurrogate.Mac(original, digest, output); break;
            case "url": WriteUrl(digest, output); break;
            case "credit-card" when NumberSurrogate.TryCard(original, digest, output): break;
            case "location" when _words.TryTown(original, output): break;
            case "location" or "organization" or "address": _words.Write(original, type.Name, output); break;
            case "date" when TimeSurrogate.TryDate(original, _key, _salt, output): break;
            case "age" when TimeSurrogate.TryAge(original, digest, output): break;
            case "job-title" or "nationality" when WordChoice.TryWrite(original, type, digest, _names, output): break;
            default:
                if (!HasShape(type, original) || !ShapeSurrogate.TryWrite(original, type, _key, _salt, _names, output))
                    WriteCode(type, digest, output);
                break;
        }
    }

    private static bool HasWord(ReadOnlySpan<char> value)
    {
        foreach (var range in NameParts.Of(value))
            if (range.End.Value - range.Start.Value > 1) return true;
        return false;
    }

    private static bool IsOfWords(EntityType type) =>
        type == EntityTypes.Location || type == EntityTypes.Organization || type == EntityTypes.Address;

    /// <summary>True for numbers and codes; words whose shape would be nonsense have none.</summary>
    private static bool HasShape(EntityType type, ReadOnlySpan<char> value)
    {
        if (s_coded.Contains(type.Name) || !value.ContainsAnyInRange('0', '9') || type == EntityTypes.Date || type == EntityTypes.Age
            || type == EntityTypes.JobTitle || type == EntityTypes.Nationality) return false;
        var letters = 0;
        foreach (var c in value)
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters > LongestOfCode) return false;
        }
        return true;
    }

    private static void WriteUrl(ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        output.Write("https://www.example.com/");
        WriteLetters(digest[..5], output);
    }

    private static void WriteCode(EntityType type, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        output.Write("[");
        output.Write(type.Name);
        output.Write(":");
        WriteLetters(digest[..10], output);
        output.Write("]");
    }

    private static void WriteLetters(ReadOnlySpan<byte> bytes, IBufferWriter<char> output)
    {
        var length = LetterCode.Length(bytes.Length);
        LetterCode.Encode(bytes, output.GetSpan(length)[..length]);
        output.Advance(length);
    }
}
