using System.Collections.Immutable;
using Redaction.Image;
using Redaction.Text;
using Redaction.Text.Names;

namespace Redaction;

/// <summary>Puts a <see cref="RedactionEngine"/> together: policy, detectors, key.
/// Without settings it takes the preset <c>default</c> and everything there is.</summary>
public sealed partial class RedactionEngineBuilder
{
    private readonly List<ITextDetector> _textDetectors = [];
    private readonly List<IImageDetector> _imageDetectors = [];
    private readonly List<ITextOperator> _textOperators = [];
    private readonly List<string> _allow = [], _deny = [], _declared = [], _passwords = [];
    private readonly List<CustomPattern> _patterns = [];
    private readonly List<PluginDetector> _plugins = [];
    private readonly DetectorSelection _selection = new();
    private Func<LoadedPolicy> _policy = static () => PolicyFile.Load("default");
    private ImageFileOptions _imageOptions = ImageFileOptions.Default;
    private ImageDetectionOptions _imageDetection = ImageDetectionOptions.Default;
    private RedactionKey? _key;
    private string _project = "";
    private float? _minScore;
    private NamesSensitivity _names = NamesSensitivity.Medium;
    private DetectionQuality _namesQuality = DetectionQuality.Balanced;
    private bool _isScanning, _isSealing, _looksAgain;

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

    /// <summary>Takes a preset or a policy file, under rules of the caller's own:
    /// what none of them matches goes on to those that are there.</summary>
    /// <param name="presetOrFile">What is extended.</param>
    /// <param name="rules">The rules, first to last.</param>
    public RedactionEngineBuilder Extend(string presetOrFile, params IEnumerable<PolicyRule> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(presetOrFile);
        ImmutableArray<PolicyRule> own = [.. rules];
        _policy = () => PolicyFile.Load(presetOrFile).ExtendedBy(own);
        return this;
    }

    /// <summary>Lets literals through wherever they are found, whatever their case.</summary>
    /// <exception cref="ArgumentException">A term is empty.</exception>
    public RedactionEngineBuilder Allow(params IEnumerable<string> terms) => BuilderArguments.AddTerms(this, _allow, terms);

    /// <summary>Finds literals wherever they stand, whatever their case, as entity <c>term</c>.</summary>
    /// <exception cref="ArgumentException">A term is empty.</exception>
    public RedactionEngineBuilder Deny(params IEnumerable<string> terms) => BuilderArguments.AddTerms(this, _deny, terms);

    /// <summary>Adds a detector made of a regular expression; for scores and other choices,
    /// add a <see cref="CustomPattern"/> as detector.</summary>
    /// <param name="id">Lower-case id, such as <c>acme.badge</c>.</param>
    /// <param name="entity">The entity that it reports; need not be known yet.</param>
    /// <param name="pattern">A .NET regular expression without look-around and back-references.</param>
    /// <param name="contextWords">Words that raise the score where one stands near.</param>
    /// <exception cref="ArgumentException">The expression is not valid, matches the empty text, or has no linear matcher.</exception>
    public RedactionEngineBuilder AddPattern(string id, string entity, string pattern, params IEnumerable<string> contextWords)
    {
        string[] words = [.. contextWords];
        _patterns.Add(new(id, new EntityType(entity), pattern) { Context = words.Length > 0 ? new(words) : null });
        return this;
    }

    /// <summary>Adds a text detector of the caller's own; it runs in transcripts too.</summary>
    public RedactionEngineBuilder AddDetector(ITextDetector detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        _textDetectors.Add(detector);
        return this;
    }

    /// <summary>Adds a detector outside this library, told by a manifest: a program that answers line by line, or a service on this
    /// machine.</summary>
    /// <param name="manifest">Path of the manifest, YAML or JSON.</param>
    /// <exception cref="PolicyException">It cannot be read, or something in it is unknown or of the wrong type.</exception>
    public RedactionEngineBuilder AddPlugin(string manifest)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(manifest);
        _plugins.Add(PolicyPluginReader.Load(manifest));
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

    /// <summary>Gives the operators that need one their key. The caller disposes of it, after the engine's last use.</summary>
    /// <param name="key">The root key.</param>
    /// <param name="project">Pseudonyms of different projects cannot be linked.</param>
    public RedactionEngineBuilder UseKey(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(project);
        (_key, _project) = (key, project);
        return this;
    }

    /// <summary>Runs, of the detectors that belong to a country or language, only those of these language tags,
    /// such as <c>de-DE</c>.</summary>
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

    /// <summary>Document-level refiners of text and transcripts, in the order in which they run;
    /// add a <see cref="SubjectProfile"/> for a known person.</summary>
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
    public RedactionEngineBuilder WithNames(
        NamesSensitivity sensitivity = NamesSensitivity.Medium, DetectionQuality quality = DetectionQuality.Balanced)
    {
        BuilderArguments.EnsureDefined(sensitivity, "sensitivity");
        BuilderArguments.EnsureDefined(quality, "quality");
        (_names, _namesQuality) = (sensitivity, quality);
        return this;
    }

    /// <summary>Declares data types, purposes and roles that requests may name although no rule of the policy asks for them.</summary>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public RedactionEngineBuilder Declare(params IEnumerable<string> names) => BuilderArguments.AddTerms(this, _declared, names);

    /// <summary>Opens encrypted PDF files with these passwords, tried in turn; those for reading and those of owners will do.
    /// What comes out is not encrypted.</summary>
    /// <exception cref="ArgumentException">A password is empty.</exception>
    public RedactionEngineBuilder WithPasswords(params IEnumerable<string> passwords) =>
        BuilderArguments.AddTerms(this, _passwords, passwords);

    /// <summary>Makes an engine that is used to find only: no operator runs, so none needs its key.</summary>
    public RedactionEngineBuilder ForScanning()
    {
        _isScanning = true;
        return this;
    }

    /// <summary>Looks through every text with a finding once more, without what was found: labels show some values in another light.
    /// Finds more, and costs as much again where there are findings.</summary>
    public RedactionEngineBuilder WithSecondLook()
    {
        _looksAgain = true;
        return this;
    }

    /// <summary>Searches as another engine did.</summary>
    internal RedactionEngineBuilder With(SearchSwitches switches)
    {
        // of what a recogniser has masked nothing is read again
        (_minScore, _silencesWithoutTranscript) = (switches.MinScore, switches.SilencesWithoutTranscript || switches.Transcriber != null);
        return WithDetectors(switches.Detectors).WithEntities(switches.Entities).WithLocales(switches.Locales)
            .WithNames(quality: switches.Quality)
            .WithImageDetection(new() { Quality = switches.Quality, WrittenText = switches.WrittenText });
    }

    /// <summary>Keeps the originals of all texts that the policy takes out, whatever operator it names, sealed in a store;
    /// a token stands in their place.</summary>
    /// <param name="seals">Gives out the tokens, such as the store of Redaction.Governance.</param>
    public RedactionEngineBuilder SealTexts(ITokenStore seals)
    {
        _isSealing = true;
        return AddOperator(new Token(seals));
    }

    /// <summary>Makes the engine.</summary>
    /// <exception cref="PolicyException">The policy is not valid, or names an operator that needs a key and there is none.</exception>
    /// <exception cref="ArgumentException">A selected detector, entity or locale does not exist.</exception>
    public RedactionEngine Build()
    {
        var loaded = _policy();
        loaded = loaded with
        {
            Allow = loaded.Allow.AddRange(_allow),
            Deny = loaded.Deny.AddRange(_deny),
            Patterns = loaded.Patterns.AddRange(_patterns),
            Plugins = loaded.Plugins.AddRange(_plugins),
        };
        return new RedactionEngineFactory(new()
        {
            Policy = loaded,
            Selection = _selection.Snapshot(loaded.Disabled),
            TextDetectors = [.. _textDetectors],
            ImageDetectors = [.. _imageDetectors],
            TextOperators = [.. _textOperators],
            Refiners = [.. Refiners],
            Images = _imageOptions,
            ImageDetection = _imageDetection,
            Key = _key,
            Project = _project,
            MinScore = _minScore,
            Names = _names,
            NamesQuality = _namesQuality,
            Declared = [.. _declared],
            Passwords = [.. _passwords],
            IsScanning = _isScanning,
            IsSealing = _isSealing,
            Voice = _voice,
            LooksAgain = _looksAgain,
            Transcriber = _transcriber,
            Listener = _listener,
            SilencesWithoutTranscript = _silencesWithoutTranscript,
        }).Create();
    }
}
