namespace Redaction.Evaluation;

/// <summary>Which templates and names invented calls are made of; the two have none in common.</summary>
internal enum CallSet
{
    /// <summary>To look at while rules are written.</summary>
    Development,
    /// <summary>To measure with.</summary>
    Test,
}
