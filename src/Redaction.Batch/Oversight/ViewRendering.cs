using System.Collections.Immutable;
using Redaction.Governance;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>Renders texts for roles.</summary>
internal static class ViewRendering
{
    /// <summary>Renders one text for a role.</summary>
    /// <param name="views">Who sees what.</param>
    /// <param name="text">A text with tokens.</param>
    /// <param name="reader">For whom: role, purpose, kind of data.</param>
    /// <param name="seals">Has the originals.</param>
    /// <param name="key">For pseudonyms; null where no view asks for them.</param>
    /// <param name="project">The project of the key.</param>
    /// <exception cref="RedactionException">A sealed value was changed.</exception>
    /// <exception cref="ArgumentException">A rule asks for pseudonyms and there is no key.</exception>
    public static string Render(
        this ViewPolicy views, string text, RedactionContext reader, SealStore seals, RedactionKey? key = null, string project = "")
    {
        ArgumentNullException.ThrowIfNull(views);
        return new TextRedactor(views.Rules, [ViewPolicy.Detector(seals)], Operators(seals, key, project)).Redact(text, reader);
    }

    /// <summary>The operators of the views: on the originals of a store, and on what stands for them.</summary>
    internal static ImmutableArray<ITextOperator> Operators(SealStore seals, RedactionKey? key, string project)
    {
        ITextOperator[] keyed = key is null ? [] : [new Pseudonym(key, project)];
        return [.. ViewPolicy.Operators(seals, [new Generalise(), .. keyed]), new Label(), new Erase()];
    }
}
