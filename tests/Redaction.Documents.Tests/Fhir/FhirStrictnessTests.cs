using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.Documents.Tests;

/// <summary>What Microsoft's sample configuration deletes does not come out under <c>hipaa-fhir</c>, whatever is written there.</summary>
public sealed class FhirStrictnessTests
{
    private const string Value = "plover wren";

    [Theory]
    [InlineData("Group: name characteristic.valueString")]
    [InlineData("HealthcareService: name comment availabilityExceptions extraDetails eligibility.comment notAvailable.description")]
    [InlineData("PractitionerRole: availabilityExceptions notAvailable.description")]
    [InlineData("Endpoint: name address")]
    [InlineData("Location: name alias description position.altitude availabilityExceptions")]
    [InlineData("Device: udiCarrier.carrierHRF udiCarrier.deviceIdentifier distinctIdentifier serialNumber deviceName.name")]
    [InlineData("Task: description input.valueString output.valueString")]
    [InlineData("Appointment: description comment patientInstruction")]
    [InlineData("AllergyIntolerance: onsetString reaction.description")]
    [InlineData("Condition: onsetString abatementString")]
    [InlineData("Procedure: performedString")]
    [InlineData("Immunization: occurrenceString")]
    [InlineData("FamilyMemberHistory: name bornString ageString deceasedString condition.onsetString")]
    [InlineData("ClinicalImpression: description summary finding.basis")]
    [InlineData("Observation: valueString valueQuantity.code referenceRange.text component.valueString valueBoolean")]
    [InlineData("DiagnosticReport: media.comment conclusion")]
    [InlineData("Specimen: processing.description container.description")]
    [InlineData("ImagingStudy: description series.description series.instance.title")]
    [InlineData("QuestionnaireResponse: item.text item.answer.valueString item.answer.valueCode item.item.text")]
    [InlineData("CarePlan: title description activity.detail.description activity.detail.scheduledString")]
    [InlineData("Goal: statusReason target.detailString target.detailCode")]
    [InlineData("ServiceRequest: patientInstruction")]
    [InlineData("RequestGroup: action.title action.description action.textEquivalent action.timingDuration action.action.title")]
    [InlineData("Communication: payload.contentString payload.contentReference.display")]
    [InlineData("Coverage: subscriberId dependent class.value class.name network")]
    [InlineData("Claim: supportingInfo.valueString insurance.businessArrangement insurance.preAuthRef")]
    [InlineData("ClaimResponse: disposition preAuthRef processNote.text")]
    [InlineData("ExplanationOfBenefit: accident.locationReference.type item.locationCodeableConcept.text benefitBalance.name")]
    [InlineData("Account: name description")]
    [InlineData("Contract: name title subtitle alias term.text term.offer.answer.valueString term.asset.context.text term.group.text")]
    [InlineData("Basic: code.text code.coding.display code.coding.code identifier.value subject.display text.div contact.name")]
    [InlineData("Patient: extension.valueCode modifierExtension.valueBoolean photo.data photo.title photo.url address.text name.text id")]
    [InlineData("Library: publisher usage")]
    [InlineData("List: title note.text note.authorString")]
    [InlineData("Bundle: entry.fullUrl entry.response.location")]
    public void Hipaa_ListedElement_HoldsNothing(string elements)
    {
        var (type, paths) = (elements[..elements.IndexOf(':')], elements[(elements.IndexOf(':') + 2)..].Split(' '));
        foreach (var path in paths)
        {
            var written = FhirTestBed.Redact(Resource(type, path.Split('.')), FhirTestBed.Hipaa);

            Assert.DoesNotContain("plover", written, StringComparison.Ordinal);
            JsonDocument.Parse(written);
        }
    }

    private static string Resource(string type, string[] path)
    {
        var json = new StringBuilder($"{{\"resourceType\":\"{type}\",\"status\":\"active\"");
        foreach (var step in path[..^1]) json.Append($",\"{step}\":[{{\"linkedTo\":0");
        var value = path[^1] is "fullUrl" or "location" ? "http://example.org/Patient/plover" : path[^1] == "id" ? "plover" : Value;
        json.Append($",\"{path[^1]}\":\"{value}\"");
        for (var i = 1; i < path.Length; i++) json.Append("}]");
        return json.Append('}').ToString();
    }
}
