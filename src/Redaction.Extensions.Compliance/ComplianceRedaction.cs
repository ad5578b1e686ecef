using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Redaction.Extensions.Compliance;

/// <summary>Lets the engine be the <see cref="Redactor"/> of a data classification.</summary>
public static class ComplianceRedaction
{
    /// <summary>Redacts values of a classification with the engine of the container, or else one with the default policy: what the policy
    /// takes out is replaced, the rest stays.</summary>
    /// <typeparam name="TClassification">The attribute that marks such values, such as <see cref="FreeTextAttribute"/>.</typeparam>
    /// <param name="builder">What <c>services.AddRedaction(builder => …)</c> gives.</param>
    /// <param name="context">What the policy's rules may match on.
    /// Where it names no data type, the classification's value is the data type.</param>
    /// <param name="engineKey">The key of the engine among keyed services; null: the engine that has no key.</param>
    /// <remarks>A value that a detector fails on becomes empty, so that writing a log never throws. Microsoft's provider looks a set of
    /// classifications up as a whole: a value marked twice falls to its fallback, which erases.</remarks>
    public static IRedactionBuilder SetRedactionEngine<TClassification>(
        this IRedactionBuilder builder, RedactionContext? context = null, object? engineKey = null)
        where TClassification : DataClassificationAttribute, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var classification = new TClassification().Classification;
        context ??= RedactionContext.Default;
        var standard = new Lazy<RedactionEngine>(static () => new RedactionEngineBuilder().Build());
        builder.Services.Replace(ServiceDescriptor.Singleton(services => new ClassifiedText<TClassification>(
            () => engineKey is null
                ? services.GetService<RedactionEngine>() ?? standard.Value
                : services.GetRequiredKeyedService<RedactionEngine>(engineKey),
            context with { DataType = context.DataType ?? classification.Value })));
        return builder.SetRedactor<EngineRedactor<TClassification>>(classification);
    }
}
