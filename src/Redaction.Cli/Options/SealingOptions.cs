using System.CommandLine;
using Redaction.Governance;
using Redaction.Text;

namespace Redaction.Cli;

/// <summary>The options by which a verb that redacts writes to a project's store.</summary>
/// <param name="does">What the store is for, as a sentence.</param>
internal sealed class SealingOptions(string does)
{
    private readonly Option<string?> _store = new("--store") { Description = $"{does} Needs --keys.", HelpName = "DIR" };
    private readonly Option<bool> _seal =
        new("--seal") { Description = "Keep the originals sealed in the store, so that views can be rendered and values revealed later." };

    public void AddTo(Command command)
    {
        command.Options.Add(_store);
        command.Options.Add(_seal);
    }

    /// <summary>True when originals are kept.</summary>
    public bool IsSealing(ParseResult parsed) => parsed.GetValue(_seal);

    /// <summary>The store, made where there is none yet; null where none is named. The caller disposes of it.</summary>
    /// <exception cref="ArgumentException">Something that belongs to it is missing.</exception>
    public ProjectStore? Open(ParseResult parsed, RedactionKey? key, string project, CancellationToken cancellation)
    {
        if (parsed.GetValue(_store) is not { } folder)
            return IsSealing(parsed) ? throw new ArgumentException("--seal needs --store.") : null;
        return key is null ? throw new ArgumentException("--store needs --keys.")
            : ProjectStore.Open(folder, key, project, cancellationToken: cancellation);
    }

    /// <summary>Has the engine write tokens, or what it takes out, to the store.</summary>
    public void Apply(ParseResult parsed, RedactionEngineBuilder builder, ProjectStore? store)
    {
        if (IsSealing(parsed)) builder.SealTexts(store!.Seals);
        else if (store is not null) builder.AddOperator(new Token(store.Seals));
    }
}
