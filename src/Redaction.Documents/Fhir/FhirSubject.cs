using System.Text;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Whom the resource is about that is being worked on, and by what values it tells of persons.</summary>
/// <remarks>Holds values of the document. Belongs to one thread.</remarks>
internal sealed class FhirSubject(TextRedactor redactor)
{
    private const int MostCarried = 256;
    private readonly RecordMentions _mentions = new(redactor.Allowed);
    private readonly Queue<(string Value, EntityType Type)> _carried = new();
    private readonly DocumentSubject? _subject = redactor.Memory?.Of<DocumentSubject>();
    private readonly StringBuilder _given = new();
    private string? _family, _fullUrl, _id, _logical;
    private int _name = -1;
    private bool _isPerson;

    /// <summary>What the resource and persons before it are known by.</summary>
    public RecordMentions Mentions => _mentions;

    /// <summary>Forgets the resource; persons of a bundle are known on.</summary>
    public void Begin(bool isLine)
    {
        _mentions.Clear();
        (_family, _fullUrl, _id, _logical, _name, _isPerson) = (null, null, null, null, -1, false);
        _given.Clear();
        if (isLine) _carried.Clear();
        foreach (var (value, type) in _carried) Gather(value, type);
    }

    /// <summary>True for an element that may tell of a person.</summary>
    public static bool Asks(FhirElement element) => element.Meaning is FhirMeaning.Person or FhirMeaning.Identifier or FhirMeaning.Insurance
        or FhirMeaning.Telecom or FhirMeaning.Address or FhirMeaning.Display or FhirMeaning.Id or FhirMeaning.Reference
        || element is { Name: "valueString", Parent.Type: "Extension" };

    /// <summary>Takes notice of a value.</summary>
    /// <param name="element">Its element.</param>
    /// <param name="value">The value.</param>
    /// <param name="json">The object that it stands in, from its brace on.</param>
    /// <param name="start">Where that begins.</param>
    /// <param name="isOwn">True for an element of the resource itself, not of one that it contains.</param>
    public void Note(FhirElement element, ReadOnlySpan<char> value, ReadOnlySpan<byte> json, int start, bool isOwn)
    {
        if (element.Meaning == FhirMeaning.Id)
        {
            if (isOwn && element.Parent is { Parent: null, Type: "Patient" or "Person" or "RelatedPerson" or "Practitioner" })
                Own(value.ToString(), element.Parent.Type == "Patient");
            return;
        }
        if (element.Meaning == FhirMeaning.Reference)
        {
            if (element.Name == "fullUrl") _fullUrl = value.ToString();
            else if (element is { Name: "reference", Parent.Name: "subject" or "patient" or "beneficiary" or "for" or "individual" }
                && FhirReference.TypeOf(value) is { IsEmpty: true } or "Patient") Refer(value.ToString());
            return;
        }
        if (FhirEntities.Of(element, value, json) is not { } known || known.Type == EntityTypes.Organization) return;
        if (element.Path.EndsWith("subject.identifier.value", StringComparison.Ordinal)) _logical ??= value.ToString();
        Add(element, value, known.Type, start);
    }

    private void Add(FhirElement element, ReadOnlySpan<char> value, EntityType type, int nameStart)
    {
        Keep(value.ToString(), type);
        if (element.Name is not ("given" or "family")) return;
        if (_name != nameStart) EndName();
        _name = nameStart;
        if (element.Name == "family") _family = value.ToString();
        else _given.Append(_given.Length > 0 ? " " : "").Append(value);
    }

    private void Own(string id, bool isPatient)
    {
        _isPerson = true;
        if (isPatient) _id = _fullUrl is { } url && url.StartsWith("urn:", StringComparison.Ordinal) ? IdOf(url) : id;
    }

    private void Refer(string reference)
    {
        if (reference is not ['#', ..]) _id ??= IdOf(reference);
    }

    /// <summary>Ends looking through a resource.</summary>
    public void End()
    {
        EndName();
        if (_subject is not null) _subject.Id = _id ?? _logical;
    }

    public void Clear()
    {
        _mentions.Clear();
        _carried.Clear();
    }

    private static string IdOf(string reference)
    {
        var id = FhirReference.IdOf(reference);
        return reference.Substring(id.Start, id.Length);
    }

    private void EndName()
    {
        if (_given.Length > 0 && _family is not null) Keep($"{_given} {_family}", EntityTypes.Person);
        _given.Clear();
        _family = null;
    }

    private void Keep(string value, EntityType type)
    {
        Gather(value, type);
        if (!_isPerson) return;
        _carried.Enqueue((value, type));
        if (_carried.Count > MostCarried) _carried.Dequeue();
    }

    private void Gather(string value, EntityType type)
    {
        var finding = new Finding<TextSpan>(type, new(0, value.Length), FhirEntities.Sure, "fhir");
        var plan = redactor.PlanAs(in finding, value, RedactionContext.Default);
        _mentions.Gather(value, plan);
    }
}
