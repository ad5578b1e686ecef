using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Redaction.Extensions.Hosting;

/// <summary>Holds the engine of a section, and makes a new one when the section changes. What cannot be meant changes nothing.</summary>
internal sealed class EngineSource : IDisposable
{
    private readonly string _name;
    private readonly IServiceProvider _services;
    private readonly Action<IServiceProvider, RedactionEngineBuilder>? _configure;
    private readonly ILogger<EngineSource> _logger;
    private readonly IDisposable? _changes;
    private volatile RedactionEngine _engine;

    /// <exception cref="OptionsValidationException">The options cannot be meant; all mistakes are told.</exception>
    public EngineSource(
        string name, IServiceProvider services, IOptionsMonitor<RedactionEngineOptions> options, ILogger<EngineSource> logger,
        Action<IServiceProvider, RedactionEngineBuilder>? configure)
    {
        (_name, _services, _configure, _logger) = (name, services, configure, logger);
        Options = options.Get(name);
        _engine = Build(Options, out var mistakes) ?? throw EngineBlueprint.Refusal(name, mistakes);
        logger.EngineMade(name, _engine.Policy.Policy.Id, _engine.Policy.Sha256);
        _changes = options.OnChange(Take);
    }

    public RedactionEngine Engine => _engine;

    public RedactionEngineOptions Options { get; }

    /// <summary>Mistakes of the last change, which was not taken; 0 where the engine is as the configuration has it.</summary>
    public int Mistakes { get; private set; }

    public void Dispose() => _changes?.Dispose();

    private void Take(RedactionEngineOptions options, string? name)
    {
        if (name != _name) return;
        if (Build(options, out var mistakes) is { } engine)
        {
            (_engine, Mistakes) = (engine, 0);
            _logger.EngineMade(_name, engine.Policy.Policy.Id, engine.Policy.Sha256);
            return;
        }
        Mistakes = mistakes.Count;
        foreach (var mistake in mistakes) _logger.ChangeRefused(_name, mistake);
    }

    private RedactionEngine? Build(RedactionEngineOptions options, out IReadOnlyList<string> mistakes) =>
        new EngineBlueprint(options, _services, _configure).Build(out mistakes);
}
