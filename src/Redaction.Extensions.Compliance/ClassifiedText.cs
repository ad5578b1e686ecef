using Microsoft.Extensions.Compliance.Classification;

namespace Redaction.Extensions.Compliance;

/// <summary>How text of one classification is redacted.</summary>
internal sealed class ClassifiedText<TClassification>(RedactionEngine engine, RedactionContext context)
    where TClassification : DataClassificationAttribute
{
    /// <summary>The redacted text; nothing where a component failed.</summary>
    public string Redact(string text)
    {
        try
        {
            return engine.Text.Redact(text, context);
        }
        catch (RedactionException)
        {
            return "";
        }
    }
}
