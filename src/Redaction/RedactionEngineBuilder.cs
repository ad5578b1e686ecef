using System.Collections.Immutable;
using Redaction.Audio;
using Redaction.Image;
using Redaction.Text;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>Puts a <see cref="RedactionEngine"/> together: policy, detectors, key. Without settings it takes the preset <c>default</c> and everything there is.</summary>
public sealed class RedactionEngineBuilder
{
    private readonly List<ITextDetector> _textDetectors = [];
    private readonly List<IImageDetector> _imageDetectors = [];
    private readonly List<ITextOperator> _textOperators = [];
    private readonly DetectorSelection _selection = new();
    private Func<LoadedPolicy> _policy = static () => PolicyFile.Load("default");
    private ImageFileOptions _imageOptions = ImageFileOptions.Default;
    private ImageDetectionOptions _imageDetection = ImageDetectionOptions.Default;
    private RedactionKey? _key;
    private string _project = "";
    private float? _minScore;
    private NamesSensitivity _names = NamesSensitivity.Medium;
    private DetectionQuality _namesQuality = DetectionQuality.Fast;
    private bool _dryRun;
    private bool _sealing;
    private bool _disguisesVoices;

    /// <summary>Takes a preset or a policy file.</summary>
    public RedactionEngineBuilder UsePolicy(string presetOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(presetOrFile);
        _policy = () => PolicyFile.Load(presetOrFile);
        return this;
    }

    /// <summary>Takes a policy that has been read.</summary>
    public RedactionEngineBuilder UsePolicy(LoadedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = () => policy;
        return this;
    }

    /// <summary>Takes a policy made in code.</summary>
    public RedactionEngineBuilder UsePolicy(RedactionPolicy policy) => UsePolicy(LoadedPolicy.Of(policy));

    /// <summary>Adds a text detector of the caller's own; it runs in transcripts too.</summary>
    public RedactionEngineBuilder AddDetector(ITextDetector detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        _textDetectors.Add(detector);
        return this;
    }

    /// <summary>Adds an image detector of the caller's own.</summary>
    public RedactionEngineBuilder AddDetector(IImageDetector detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        _imageDetectors.Add(detector);
        return this;
    }

    /// <summary>Adds a text operator of the caller's own, which the policy may name.</summary>
    public RedactionEngineBuilder AddOperator(ITextOperator @operator)
    {
        ArgumentNullException.ThrowIfNull(@operator);
        _textOperators.Add(@operator);
        return this;
    }

    /// <summary>Gives the operators that need one their key. The caller disposes of it, after the redactor's last use.</summary>
    /// <param name="key">The root key.</param>
    /// <param name="project">Pseudonyms of different projects cannot be linked.</param>
    public RedactionEngineBuilder UseKey(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(project);
        (_key, _project) = (key, project);
        return this;
    }

    /// <summary>Runs, of the detectors that belong to a country or language, only those of these language tags, such as <c>de-DE</c>.</summary>
    public RedactionEngineBuilder WithLocales(params IEnumerable<string> tags)
    {
        _selection.Locales = [.. tags];
        return this;
    }

    /// <summary>Runs only these detectors: ids, globs such as <c>us.*</c>, or <c>patterns</c> for all that need no model.</summary>
    public RedactionEngineBuilder WithDetectors(params IEnumerable<string> ids)
    {
        _selection.Detectors = [.. ids];
        return this;
    }

    /// <summary>Looks only for these entity types: names or globs.</summary>
    public RedactionEngineBuilder WithEntities(params IEnumerable<string> entities)
    {
        _selection.Entities = [.. entities];
        return this;
    }

    /// <summary>Acts on findings from this score on, whatever scores the policy asks for; weaker ones are kept.</summary>
    public RedactionEngineBuilder WithMinScore(float score)
    {
        if (!(score >= 0 && score <= 1)) throw new ArgumentOutOfRangeException(nameof(score), score, "A score lies within 0 and 1.");
        _minScore = score;
        return this;
    }

    /// <summary>Sets limits and choices for image files.</summary>
    public RedactionEngineBuilder WithImages(ImageFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _imageOptions = options;
        return this;
    }

    /// <summary>Sets how closely images are looked at, and what of the text written in them is reported.</summary>
    public RedactionEngineBuilder WithImageDetection(ImageDetectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _imageDetection = options;
        return this;
    }

    /// <summary>Document-level refiners of text and transcripts, in the order in which they run; add a <see cref="SubjectProfile"/> for a known person.</summary>
    /// <value><see cref="TextRefiners.All"/>.</value>
    public IList<IFindingRefiner<TextSource, TextSpan>> Refiners { get; } = [.. TextRefiners.All];

    /// <summary>Finds the person that the records are about by what is known of them.</summary>
    /// <param name="names">Names of the person.</param>
    /// <param name="ids">Numbers and codes of the person.</param>
    /// <exception cref="ArgumentException">There is neither a name nor an id, or one that cannot be searched for.</exception>
    public RedactionEngineBuilder WithSubject(IEnumerable<string> names, params IEnumerable<string> ids)
    {
        Refiners.Insert(0, new SubjectProfile(names, ids));
        return this;
    }

    /// <summary>Sets what the names detector does where its model is not sure, and which model it takes.</summary>
    public RedactionEngineBuilder WithNames(NamesSensitivity sensitivity = NamesSensitivity.Medium, DetectionQuality quality = DetectionQuality.Fast)
    {
        if (!Enum.IsDefined(sensitivity)) throw new ArgumentException($"There is no such sensitivity (valid: {string.Join(", ", Enum.GetNames<NamesSensitivity>())}).", nameof(sensitivity));
        if (!Enum.IsDefined(quality)) throw new ArgumentException($"There is no such quality (valid: {string.Join(", ", Enum.GetNames<DetectionQuality>())}).", nameof(quality));
        (_names, _namesQuality) = (sensitivity, quality);
        return this;
    }

    /// <summary>Gives the speakers of recordings other voices: see <see cref="VoiceDisguise"/> for what that is worth. Needs <see cref="UseKey"/>.</summary>
    public RedactionEngineBuilder WithVoiceDisguise()
    {
        _disguisesVoices = true;
        return this;
    }

    /// <summary>Makes a redactor that is used to find only: no operator runs, so none needs its key.</summary>
    public RedactionEngineBuilder ForScanning()
    {
        _dryRun = true;
        return this;
    }

    /// <summary>Keeps the originals of all texts that the policy takes out, whatever operator it names, sealed in a store; a token stands in their place.</summary>
    /// <param name="seals">Gives out the tokens, such as a the store of Redaction.Governance.</param>
    public RedactionEngineBuilder SealTexts(ITokenStore seals)
    {
        _sealing = true;
        return AddOperator(new Token(seals));
    }

    /// <summary>Makes the redactor.</summary>
    /// <exception cref="PolicyFileException">The policy is not valid, or names an operator that needs a key and there is none.</exception>
    /// <exception cref="ArgumentException">A selected detector, entity or locale does not exist.</exception>
    public RedactionEngine Build()
    {
        var loaded = _policy();
        var policy = PolicyAdjustment.Apply(loaded.Policy, _minScore, _dryRun, _sealing);
        RequireKey(policy);
        if (DisguisesVoices(loaded) && _key is null) throw new PolicyFileException(loaded.Policy.Id, 0, 0, "the voice disguise needs a key: give one with --keys FILE, or UseKey in code");
        _selection.Disabled = loaded.Disabled;
        var textDetectors = TermLists(_selection.Select([.. TextDetectors.All, .. _selection.Requested(TextDetectors.OnRequest, policy), new SpokenDetector(), new SharedNames(_names, _namesQuality), .. loaded.Patterns, .. _textDetectors]), loaded);
        try
        {
            return Bind(loaded, policy, textDetectors);
        }
        catch (ArgumentException e) when (e.ParamName == "policy")
        {
            throw new PolicyFileException(loaded.Policy.Id, 0, 0, e.Message.Replace(" (Parameter 'policy')", "", StringComparison.Ordinal));
        }
    }

    /// <summary>A redactor that only finds writes no recording, and needs no key for it.</summary>
    private bool DisguisesVoices(LoadedPolicy loaded) => (_disguisesVoices || loaded.Calls.DisguisesVoices is true) && !_dryRun;

    private RedactionEngine Bind(LoadedPolicy loaded, RedactionPolicy policy, ImmutableArray<ITextDetector> detectors)
    {
        ImmutableArray<ITextOperator> textOperators = [.. _key is null ? TextOperators.All : TextOperators.WithKey(_key, _project), .. _textOperators];
        var refiners = _selection.Select(Refiners, loaded.Allow);
        var unsearched = loaded.Unsearched ?? UnsearchedChoice.Refuse;
        var writer = new TextPlanWriter(policy, textOperators, Ids(ImageOperators.All).Concat(Ids(AudioOperators.All)));
        var text = new TextRedactor(policy, detectors, writer) { Refiners = refiners, Allowed = loaded.Allow, Unsearched = unsearched };
        var calls = new CallRedactor(policy, [new RefinedDetector(detectors, refiners)], textOperators, AudioOperators.All, Ids(ImageOperators.All))
        {
            Disguise = DisguisesVoices(loaded) ? new(_key!, _project) : null,
            SpeakerChannels = loaded.Calls.Channels ?? [],
            Unsearched = unsearched,
        };
        var foreign = Ids(textOperators).Concat(Ids(AudioOperators.All)).ToArray();
        _ = new ImageRedactor(policy, [], ImageOperators.All, foreign); // so that a bad rule for images is found now, not at the first image
        var options = loaded.Images.Apply(_imageOptions) with { Unsearched = unsearched };
        var (selection, extra, detection) = (_selection.Snapshot(), _imageDetectors.ToArray(), _imageDetection);
        ImageRedactor CreatePainter() => new(policy, loaded.Images.Scope.Limit(CreateImageDetectors(selection, extra, detectors, detection)), ImageOperators.All, foreign);
        var painter = new Lazy<ImageRedactor>(CreatePainter);
        var paths = new TextRedactor(new RedactionPolicy("paths", new PolicyRule("label")), detectors, TextOperators.All);
        return new(loaded, text, calls, new Lazy<ImageFileRedactor>(() => new(painter.Value, new VipsCodec(), options)),
            new Lazy<VideoRedactor>(() => new(painter.Value, loaded.Video.Options(options.Residue))), paths, RedactionStamp.Of(detectors.Select(static d => d.Info), _namesQuality),
            new(PolicyAdjustment.Apply(loaded.Policy, _minScore > 0 ? _minScore : null, scanning: true), [], ImageOperators.All, foreign));
    }

    /// <summary>Loads the models of the selected detectors only.</summary>
    private static ImmutableArray<IImageDetector> CreateImageDetectors(
        DetectorSelection selection, IImageDetector[] extra, ImmutableArray<ITextDetector> text, ImageDetectionOptions options)
    {
        options = options with { WrittenPlates = options.WrittenPlates && selection.IsWanted(EntityTypes.LicensePlate) };
        ITextDetector[] written = [new NormalizingDetector(AnchorScan.Gather(text))];
        var builtIn = ImageDetectors.All.Where(d => selection.WantsImages(d, options.WrittenText, text)).Select(d => ImageDetectors.Create(d.Id, options, written));
        return [.. builtIn, .. selection.Select([.. extra])];
    }

    private void RequireKey(RedactionPolicy policy)
    {
        foreach (var rule in policy.Rules)
        {
            if (rule.Operator == "token" && !_textOperators.Any(static o => o.Id == "token"))
                throw new PolicyFileException(policy.Id, 0, 0, "operator 'token' needs a store: give one with --store DIR, or AddOperator(new Token(store)) in code");
            if (_key is null && TextOperators.Keyed.Contains(rule.Operator) && !_textOperators.Any(o => o.Id == rule.Operator))
                throw new PolicyFileException(policy.Id, 0, 0, $"operator '{rule.Operator}' needs a key: give one with --keys FILE, or UseKey in code");
        }
    }

    private static ImmutableArray<ITextDetector> TermLists(ImmutableArray<ITextDetector> detectors, LoadedPolicy policy)
    {
        ImmutableArray<ITextDetector> allowed = [.. AllowList.Wrap(detectors, policy.Allow)];
        return policy.Deny.IsEmpty ? allowed : allowed.Add(new DenyList(policy.Deny));
    }

    private static IEnumerable<string> Ids(IEnumerable<IOperator> operators) => operators.Select(static o => o.Id);
}
