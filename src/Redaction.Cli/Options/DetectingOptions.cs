using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Redaction.Batch;
using Redaction.Governance;
using Redaction.Image;

namespace Redaction.Cli;

/// <summary>The inputs and the options that every detecting verb takes.</summary>
internal sealed class DetectingOptions
{
    private readonly Argument<string[]> _inputs =
        new("INPUT") { Description = "Files and folders; folders with all their subfolders.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _policy = new("--policy", "-p")
    {
        Description = $"Policy file, or a preset: {string.Join(", ", PolicyPresets.Names)}.",
        HelpName = "FILE|PRESET",
        DefaultValueFactory = static _ => "default",
    };
    private readonly Option<string[]> _entities = List("--entities", "Look only for these entities: names or globs such as us.*", "a,b,…");
    private readonly Option<string[]> _detectors =
        List("--detectors", "Run only these detectors: ids or globs; 'patterns' means all that need no model.", "a,b,…");
    private readonly Option<string[]> _plugins =
        List("--plugin", "A detector outside redact: the manifest of a program or a service that finds values.", "FILE");
    private readonly Option<string[]> _locales =
        List("--locale", "Of detectors that belong to a country or language, run only these.", "en-US,de-DE");
    private readonly Option<string?> _minScore =
        new("--min-score") { Description = "Act on findings from this score on (0 to 1), whatever the policy asks for.", HelpName = "X" };
    private readonly Option<string?> _dataType =
        new("--data-type")
        {
            Description = "Kind of data, for rules that ask for it, where the policy's dataTypes do not tell it.",
            HelpName = "NAME",
        };
    private readonly Option<string?> _purpose =
        new("--purpose") { Description = "What the output is for, for rules that ask for it.", HelpName = "NAME" };
    private readonly Option<string?> _role =
        new("--role") { Description = "Who the output is for, for rules that ask for it.", HelpName = "NAME" };
    private readonly Option<int> _threads = new("--threads")
    {
        Description =
        "How many items are worked on at once; the result does not depend on it.",
        HelpName = "N",
        DefaultValueFactory =
            static _ => Environment.ProcessorCount
    };
    private readonly Option<string?> _project =
        new("--project") { Description = "Keyed results of different projects cannot be linked.", HelpName = "NAME" };
    private readonly Option<string?> _keys = new("--keys")
    {
        Description =
        "File with the key (at least 32 bytes, readable by its owner only), or env:NAME.",
        HelpName = "FILE"
    };
    private readonly Option<string[]> _fields =
        List("--field", "Structured documents: only these fields: the name of a key or column, or a path such as $.messages[*].content.",
            "NAME");
    private readonly Option<string[]> _declare =
        List("--declare", "Data types, purposes and roles that may be given although no rule of the policy asks for them.", "NAME");
    private readonly Option<bool> _allowUnmatched = new("--allow-unmatched")
    {
        Description = "Exit status 0 although a field is in no record, or a rule of the policy can never match.",
    };
    private readonly Option<string[]> _passwords = new("--password")
    {
        Description = "Opens encrypted PDF files. Others on this machine can see it: rather take --password-file.",
        HelpName = "TEXT",
    };
    private readonly Option<string?> _passwordFile =
        new("--password-file") { Description = "Opens encrypted PDF files with the passwords of a file, one a line.", HelpName = "FILE" };
    private readonly Option<string> _quality = new("--quality")
    {
        Description =
        "Fast, for previews and video; balanced; or accurate, which takes a larger model of names, looks closer at images, and finds more.",
        DefaultValueFactory =
            static _ => "balanced"
    };

    private readonly Option<string> _writtenText = new("--written-text")
    {
        Description =
        "Images: of the text written in them, mask the identifiers, all of it, or read none (off).",
        DefaultValueFactory =
            static _ => "identifiers"
    };

    public void AddTo(Command command, bool inputs = true)
    {
        _writtenText.AcceptOnlyFromAmong("identifiers", "all", "off");
        _quality.AcceptOnlyFromAmong("fast", "balanced", "accurate");
        if (inputs) command.Arguments.Add(_inputs);
        foreach (var option in (Option[])[_policy, _entities, _detectors, _plugins, _locales, _minScore, _dataType, _purpose, _role,
            _threads, _project, _keys, _fields, _declare, _allowUnmatched, _quality, _writtenText,
            _passwords, _passwordFile])
            command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    public RedactionEngineBuilder Builder(ParseResult parsed)
    {
        var quality = Enum.Parse<DetectionQuality>(parsed.GetRequiredValue(_quality), ignoreCase: true);
        var builder = new RedactionEngineBuilder()
            .UsePolicy(parsed.GetRequiredValue(_policy))
            .WithEntities(Items(parsed, _entities))
            .WithDetectors(Items(parsed, _detectors))
            .WithLocales(Items(parsed, _locales))
            .Declare(Items(parsed, _declare))
            .WithPasswords(Passwords(parsed))
            .WithNames(quality: quality)
            .WithImageDetection(new()
            {
                Quality = quality,
                WrittenText = Enum.Parse<WrittenTextMode>(parsed.GetRequiredValue(_writtenText), ignoreCase: true),
            });
        foreach (var manifest in parsed.GetValue(_plugins) ?? []) builder.AddPlugin(manifest);
        if (parsed.GetValue(_minScore) is { } score) builder.WithMinScore(Score(score));
        return builder;
    }

    /// <summary>Fields, which only documents have.</summary>
    public Option Fields => _fields;

    /// <summary>True when a least score is given.</summary>
    public bool HasMinScore(ParseResult parsed) => parsed.GetValue(_minScore) is not null;

    /// <summary>The key, when one is given; the caller disposes of it.</summary>
    /// <exception cref="PolicyException">The key cannot be used.</exception>
    public RedactionKey? Key(ParseResult parsed)
    {
        if (parsed.GetValue(_keys) is not { } path) return null;
        try
        {
            return KeyRing.ReadKey(path);
        }
        catch (ArgumentException e)
        {
            throw new PolicyException(path, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException(path, $"the key file cannot be read: {FileTrouble.Of(e)}");
        }
    }

    public string Project(ParseResult parsed) => parsed.GetValue(_project) ?? "";

    /// <exception cref="ArgumentException">An option has a value it cannot have.</exception>
    public BatchOptions Batch(ParseResult parsed)
    {
        var threads = parsed.GetValue(_threads);
        if (threads < 1) throw new ArgumentException("--threads must be 1 or more.");
        return new()
        {
            Inputs = [.. parsed.GetValue(_inputs) ?? []],
            Threads = threads,
            Fields = [.. Items(parsed, _fields).Select(static f => new Glob(f))],
            AllowUnmatched = parsed.GetValue(_allowUnmatched),
            Context = new()
            {
                Locale = Items(parsed, _locales).FirstOrDefault(),
                DataType = parsed.GetValue(_dataType),
                Purpose = parsed.GetValue(_purpose),
                Role = parsed.GetValue(_role),
            },
        };
    }

    private string[] Passwords(ParseResult parsed)
    {
        var given = parsed.GetValue(_passwords) ?? [];
        if (parsed.GetValue(_passwordFile) is not { } path) return given;
        try
        {
            return [.. given, .. File.ReadLines(path).Where(static l => l.Length > 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException(path, $"the file of passwords cannot be read: {FileTrouble.Of(e)}");
        }
    }

    private static Option<string[]> List(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, AllowMultipleArgumentsPerToken = false };

    private static ImmutableArray<string> Items(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(
            static v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static float Score(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1
            ? score
            : throw new ArgumentException("--min-score must be a number from 0 to 1.");
}
