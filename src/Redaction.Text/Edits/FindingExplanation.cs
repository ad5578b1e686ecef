namespace Redaction.Text;

/// <summary>Why a value was found, told by what changes when its surroundings are taken away. It holds no content.</summary>
/// <param name="Detector">Id of the detector or refiner.</param>
/// <param name="Score">Score of the finding.</param>
/// <param name="BaseScore">Score that the detector gives to the value alone, without words or a field name beside it;
/// 0 when it finds nothing then.</param>
/// <param name="Before">What stands before the value raises the score.</param>
/// <param name="After">What stands after the value raises the score.</param>
/// <param name="Field">The name of the field raises the score.</param>
/// <param name="IsRefined">No detector gives this score here: a refiner added or raised it,
/// from what the rest of the document says.</param>
public readonly record struct FindingExplanation(
    string Detector, float Score, float BaseScore, bool Before, bool After, bool Field, bool IsRefined);
