using Microsoft.Extensions.Compliance.Classification;

namespace Redaction.Extensions.Compliance;

/// <summary>How text of one classification is redacted.</summary>
/// <param name="engine">Gives the engine, which may be another one after a change of the configuration.</param>
/// <param name="context">What rules may match on.</param>
internal sealed class ClassifiedText<TClassification>(Func<RedactionEngine> engine, RedactionContext context)
    where TClassification : DataClassificationAttribute
{
    /// <summary>The redacted text; nothing where a component failed.</summary>
    public string Redact(string text)
    {
        try
        {
            return engine().Text.Redact(text, context);
        }
        catch (RedactionException)
        {
            return "";
        }
    }
}
