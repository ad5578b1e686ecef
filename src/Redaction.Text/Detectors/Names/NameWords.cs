using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Words that introduce the name of a person.</summary>
internal static class NameWords
{
    /// <summary>Titles before a name, as written; the comparison is by case.</summary>
    public static readonly string[] Titles =
    [
        "Mr.", "Mr ", "Mrs.", "Mrs ", "Ms.", "Ms ", "Miss ", "Mister ", "Dr.", "Dr ", "Doctor ", "Prof.", "Prof ", "Professor ", "Sir ", "Dame ", "Rev.", "Reverend ", "Hon.", "Judge ", "Nurse ", "Capt.", "Sgt.", "Lt.", "Attorney ",
        "Frau ", "Herr ", "Herrn ", "Fr. ", "Hr. ", "Sr. ", "Sra. ", "Srta. ", "Senor ", "Senora ", "Mme ", "Mme. ", "Mlle ", "Monsieur ", "Madame ", "Signor ", "Signora ", "Sig. ", "Sig.ra ", "Dott. ", "Dott.ssa ", "Senhor ", "Senhora ", "Dhr. ", "Mevr. ", "Mevrouw ", "Meneer ", "Pan ", "Pani ",
    ];

    /// <summary>The last word of labels that a colon and a name follow.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_labels = (
        "name patient pt provider physician attending surgeon pathologist radiologist prescriber witness plaintiff defendant signed signature subject client customer employee applicant author sender recipient " +
        "beneficiary claimant insured student guardian spouse mother father caller from to cc attn re nom nombre nome paciente cardholder owner manager supervisor nurse contact").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Phrases that a name follows.</summary>
    public static readonly string[] Phrases =
    [
        "y name is ", "y name's ", "Dear ", "DEPOSITION OF ", "Deposition of ", "ounsel for ", "EXAMINATION BY ", "esults for ", "Plaintiff ", "Defendant ", "Patient ", "atient named ", "egards,", "incerely,", "ein Name ist ", "appelle ", "e llamo ", "i chiamo ", "e chamo ",
        "geehrte Frau ", "geehrter Herr ", "poke with ", "igned by ", "orked with ", "repared by: ", "eviewed by: ",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_noName = (
        "Sir Madam Team All Customer Customers Colleague Colleagues Friends Friend Support Hiring Manager Editor Patient Patients Doctor The A An This That My Our Your His Her Their It He She We They I And Or But If In On At To For From With By Of Is Are Was " +
        "Date Time Number Name Address Phone Email Department Dept Office Hospital Center Centre Clinic Company Group Bank Summary Notes Note Report Results Record Records Room Unit Case No None Yes Unknown Confidential Attached Invoice Request Order Account Update Question Re Fwd Monday Tuesday " +
        "Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Day Mrs Mr Ms Miss Dr Prof Services Service Information Portal Care History Safety Education Rights Privacy Consent Sincerely Regards Best Kind DOB MRN SSN ID NPI DEA " +
        "Internal System Admin User Test Data File Error Warning Info Debug New Old First Last Full Middle Given Family User Host Server Main Default Santa Street Road Not Be As So Who What When Where Why How You Me Pepper Martens Who Sur Surname Plaintiff Plaintiffs Defendant Defendants Respondent Respondents Petitioner Petitioners Appellant Appellants Appellee Appellees Foo Bar Baz String Integer Boolean Array").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The titles and the phrases apart: together they are too many for the fast search, which also takes ASCII only.</summary>
    public static readonly SearchValues<string> TitleSearch = SearchValues.Create([.. Titles.Where(static w => System.Text.Ascii.IsValid(w))], StringComparison.Ordinal);

    /// <inheritdoc cref="TitleSearch"/>
    public static readonly SearchValues<string> PhraseSearch = SearchValues.Create([.. Phrases.Where(static w => System.Text.Ascii.IsValid(w))], StringComparison.Ordinal);

    /// <summary>True for the word before a colon and a name.</summary>
    public static bool IsLabel(ReadOnlySpan<char> word) => s_labels.Contains(word);

    /// <summary>True for a capital word that is no name.</summary>
    public static bool IsOther(ReadOnlySpan<char> word) => s_noName.Contains(word);
}
