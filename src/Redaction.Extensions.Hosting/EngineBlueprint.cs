using Microsoft.Extensions.Options;

namespace Redaction.Extensions.Hosting;

/// <summary>Makes an engine as options have it.</summary>
internal sealed class EngineBlueprint(
    RedactionEngineOptions options, IServiceProvider services, Action<IServiceProvider, RedactionEngineBuilder>? configure)
{
    private readonly List<string> _mistakes = [.. options.Mistakes];

    /// <summary>The engine, or null where the options cannot be meant.</summary>
    /// <param name="mistakes">All that is wrong with them.</param>
    public RedactionEngine? Build(out IReadOnlyList<string> mistakes)
    {
        mistakes = _mistakes;
        var key = Key();
        var engine = Try(Everything);
        if (engine is not null && _mistakes.Count == 0) return engine;
        key?.Dispose();
        // A part at a time, so that one mistake does not hide the next.
        if (engine is null && options.Detectors.Count > 0) Try(b => b.WithDetectors(options.Detectors));
        if (engine is null && options.Entities.Count > 0) Try(b => b.WithEntities(options.Entities));
        if (engine is null && options.Locales.Count > 0) Try(b => b.WithLocales(options.Locales));
        return null;

        void Everything(RedactionEngineBuilder builder)
        {
            builder.UsePolicy(options.Policy).Allow(options.Allow).Deny(options.Deny);
            if (options.Detectors.Count > 0) builder.WithDetectors(options.Detectors);
            if (options.Entities.Count > 0) builder.WithEntities(options.Entities);
            if (options.Locales.Count > 0) builder.WithLocales(options.Locales);
            if (options.MinScore is { } score) builder.WithMinScore(score);
            if (options.SecondLook) builder.WithSecondLook();
            if (key is not null) builder.UseKey(key, options.Project);
            configure?.Invoke(services, builder);
        }
    }

    public static OptionsValidationException Refusal(string name, IReadOnlyList<string> mistakes) =>
        new(name, typeof(RedactionEngineOptions), mistakes);

    private RedactionKey? Key()
    {
        if (options.KeyFile is not { } file) return null;
        try
        {
            return RedactionKey.FromFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or RedactionException)
        {
            _mistakes.Add($"{nameof(options.KeyFile)}: {e.Message}");
            return null;
        }
    }

    private RedactionEngine? Try(Action<RedactionEngineBuilder> configureBuilder)
    {
        try
        {
            var builder = new RedactionEngineBuilder();
            configureBuilder(builder);
            return builder.Build();
        }
        catch (PolicyException e)
        {
            foreach (var fault in e.All) Add(fault.Message);
        }
        catch (Exception e) when (e is ArgumentException or RedactionException or IOException or UnauthorizedAccessException)
        {
            Add(e.Message);
        }
        return null;
    }

    private void Add(string mistake)
    {
        if (!_mistakes.Contains(mistake)) _mistakes.Add(mistake);
    }
}
