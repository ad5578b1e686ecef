using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Documents.Dicom;
using Redaction.Image;
using Redaction.Text;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>Makes the redactors of an engine, one method a medium, over the same policy, detectors and operators.</summary>
internal sealed class RedactionEngineFactory
{
    private readonly EngineSettings _settings;
    private readonly LoadedPolicy _loaded;
    private readonly RedactionPolicy _policy;
    private readonly OperatorRegistry _operators;
    private readonly ImmutableArray<ITextDetector> _detectors;
    private readonly ImmutableArray<IFindingRefiner<TextSource, TextSpan>> _refiners;

    /// <exception cref="PolicyException">The policy names an operator that needs a key and there is none.</exception>
    /// <exception cref="ArgumentException">A selected detector, entity or locale does not exist.</exception>
    public RedactionEngineFactory(EngineSettings settings)
    {
        (_settings, _loaded) = (settings, settings.Policy);
        _policy = PolicyAdjustment.Apply(_loaded.Policy, settings.MinScore, settings.IsScanning, settings.IsSealing);
        RequireKey();
        if (Listener is { } listener && listener.Id == Transcriber?.Id)
            throw new PolicyException(_policy.Id,
                "the listener is the transcriber, which would repeat its own mistakes: take another program");
        var text = settings.Key is { } key ? TextOperators.WithKey(key, settings.Project) : TextOperators.All;
        _operators = new([.. text, .. settings.TextOperators, .. ImageOperators.All, .. AudioOperators.All]);
        _detectors = FindersInText();
        _refiners = settings.Selection.Select(settings.Refiners, _loaded.Allow);
    }

    /// <exception cref="PolicyException">A rule names an operator or option that does not exist.</exception>
    public RedactionEngine Create()
    {
        var painter = Painter();
        var options = _loaded.Fields.Apply(_loaded.Images.Apply(_settings.Images)) with { Unsearched = Unsearched };
        return new(new EngineParts
        {
            Policy = _loaded,
            Declared = _settings.Declared,
            Text = Text(),
            Calls = Calls(),
            Transcriber = Transcriber,
            Listener = Listener,
            Pixels = painter,
            Images = new(() => new(painter.Value, new VipsCodec(), options)),
            Videos = new(() => new(painter.Value, _loaded.Video.Options(options.Residue))),
            ImageMasks = Masks(),
            PartSettings =
            [
                _loaded.Dicom.Options, new DicomKeys(_settings.Key, _settings.Project), new FilePasswords(_settings.Passwords),
                _loaded.Pdf.Options,
            ],
            Paths = new(new RedactionPolicy("paths", new PolicyRule("label")) { MinScore = 0 }, _detectors, TextOperators.All),
            Off = Off(),
            Switches = Switches(),
            Stamp = RedactionStamp.Of(_detectors.Select(static d => d.Info), _settings.NamesQuality) with
            {
                Key = RedactionStamp.MarkOf(_settings.Key, _settings.Project),
            },
        });
    }

    private SearchSwitches Switches() => new()
    {
        Quality = _settings.NamesQuality,
        WrittenText = _settings.ImageDetection.WrittenText,
        Detectors = _settings.Selection.Detectors,
        Entities = _settings.Selection.Entities,
        Locales = _settings.Selection.Locales,
        Plugins = [.. _loaded.Plugins.Select(static p => p.Info.Id)],
        MinScore = _settings.MinScore,
        Project = _settings.Key is null || _settings.Project.Length == 0 ? null : _settings.Project,
        Transcriber = Transcriber?.Id,
        Listener = Listener?.Id,
        SilencesWithoutTranscript = _settings.SilencesWithoutTranscript ?? _loaded.Calls.SilencesWithoutTranscript ?? false,
    };

    private TextRedactor Text() =>
        new(_policy, _detectors, new TextPlanWriter(_policy, _operators))
        {
            Refiners = _refiners,
            Allowed = _loaded.Allow,
            Unsearched = Unsearched,
            LooksAgain = _settings.LooksAgain,
        };

    private CallRedactor Calls() =>
        new(_policy, [new RefinedDetector(_detectors, _refiners)], _operators, NameDetectors.Of(_detectors))
        {
            Disguise = Voice is { } voice ? new(_settings.Key!, _settings.Project, voice) : null,
            SpeakerChannels = _loaded.Calls.Channels ?? [],
            Unsearched = Unsearched,
            UnsearchedSound = _loaded.Unsearched ?? UnsearchedChoice.Erase,
            Voices = new SileroVoices(),
        };

    /// <summary>Binds the rules now, so that a bad one is not found at the first image;
    /// loads the models of the selected detectors at first use.</summary>
    private Lazy<ImageRedactor> Painter()
    {
        var byRule = ImageRedactor.Bind(_policy, _operators);
        return new(() => ImageRedactor.Of(byRule, _policy, _loaded.Images.Scope.Limit(FindersInImages()),
            Unsearched == UnsearchedChoice.Keep));
    }

    private ImageRedactor Masks()
    {
        var policy = PolicyAdjustment.Apply(_loaded.Policy, _settings.MinScore > 0 ? _settings.MinScore : null, scanning: true);
        return ImageRedactor.Of(ImageRedactor.Bind(policy, _operators), policy, []);
    }

    private ImmutableArray<ITextDetector> FindersInText()
    {
        var selected = _settings.Selection.Select(
        [
            .. TextDetectors.All, .. _settings.Selection.Requested(TextDetectors.OnRequest, _policy), new SpokenDetector(),
            new SharedNames(_settings.Names, _settings.NamesQuality), .. _loaded.Patterns, .. _loaded.Plugins,
            .. _settings.TextDetectors,
        ], _settings.ImageDetectors);
        ImmutableArray<ITextDetector> allowed = [.. AllowList.Wrap(selected, _loaded.Allow)];
        return _loaded.Deny.IsEmpty ? allowed : allowed.Add(new DenyList(_loaded.Deny));
    }

    private ImmutableArray<IImageDetector> FindersInImages()
    {
        var (selection, options) = (_settings.Selection, _settings.ImageDetection);
        options = options with { WrittenPlates = options.WrittenPlates && selection.IsWanted(EntityTypes.LicensePlate) };
        ITextDetector[] written = [new RefinedDetector(_detectors.Select(InPictures), _refiners)];
        // Models load side by side: the first picture waits for the slowest, not for all of them.
        var builtIn = ImageDetectors.All.Where(d => selection.WantsImages(d, options.WrittenText, _detectors))
            .Select(d => Task.Run(() => ImageDetectors.Create(d.Id, options, written))).ToArray();
        return [.. builtIn.Select(static d => d.GetAwaiter().GetResult()), .. selection.Select(_settings.ImageDetectors)];
    }

    private static ITextDetector InPictures(ITextDetector detector) =>
        detector.Info.Id == NamesDetector.Id ? new WrittenNames(detector) : detector;

    /// <summary>What is there and does not run; what runs only on request is no part of it.</summary>
    private ImmutableArray<string> Off()
    {
        var text = RedactionCatalog.Detectors.Where(static d => d.Medium == Medium.Text).Select(static d => d.Info.Id)
            .Except(TextDetectors.OnRequest.Select(static d => d.Info.Id)).Except(_detectors.Select(static d => d.Info.Id));
        var image = ImageDetectors.All.Where(d => !_settings.Selection.WantsImages(d, _settings.ImageDetection.WrittenText, _detectors))
            .Select(static d => d.Id);
        return [.. text.Concat(image).Order(StringComparer.Ordinal)];
    }

    private UnsearchedChoice Unsearched => _loaded.Unsearched ?? UnsearchedChoice.Refuse;

    private ITranscriber? Transcriber => _settings.Transcriber ?? Command(_loaded.Calls.Transcriber);

    /// <summary>An engine that only finds writes nothing to listen to.</summary>
    private ITranscriber? Listener => _settings.IsScanning ? null : _settings.Listener ?? Command(_loaded.Calls.Listener);

    private RecogniserCommand? Command(string? command) => command is null ? null
        : new(command, _loaded.Calls.TranscriberMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);

    /// <summary>An engine that only finds writes no recording, and needs no key for it.</summary>
    private string? Voice => _settings.IsScanning ? null
        : (_settings.Voice ?? _loaded.Calls.Voice) is { } voice && voice != CallSettings.KeptVoice ? voice : null;

    private void RequireKey()
    {
        foreach (var rule in _policy.Rules)
        {
            if (_settings.TextOperators.Any(o => o.Id == rule.Operator)) continue;
            if (rule.Operator == "token")
                throw new PolicyException(_policy.Id,
                    "operator 'token' needs a store: give one with --store DIR, or AddOperator(new Token(store)) in code");
            if (_settings.Key is null && TextOperators.Keyed.Contains(rule.Operator))
                throw new PolicyException(_policy.Id,
                    $"operator '{rule.Operator}' needs a key: give one with --keys FILE, or UseKey in code");
        }
        if (Voice is not null && _settings.Key is null)
            throw new PolicyException(_policy.Id, "the voice disguise needs a key: give one with --keys FILE, or UseKey in code");
    }
}
