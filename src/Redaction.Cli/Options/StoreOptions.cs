using System.CommandLine;
using System.Globalization;
using Redaction.Governance;

namespace Redaction.Cli;

/// <summary>The options by which a verb opens a project's store.</summary>
internal sealed class StoreOptions
{
    private const string Missing = "There is no --vault any more: give the project's store with --store DIR, which keeps tokens too.";
    private readonly Option<string> _keys = new("--keys")
    {
        Description = "File with the project's key, or env:NAME.",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<string?> _project = new("--project") { Description = "Project of the key.", HelpName = "NAME" };
    private readonly Option<string> _store = new("--store")
    {
        Description = "The project's store: sealed originals, who appears where, what was written, the log.",
        HelpName = "DIR",
        Required = true,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_keys, _project, _store]) command.Options.Add(option);
    }

    public string Project(ParseResult parsed) => parsed.GetValue(_project) ?? "";

    /// <summary>The project's key; the caller disposes of it.</summary>
    public RedactionKey Key(ParseResult parsed) => KeyRing.ReadKey(parsed.GetRequiredValue(_keys));

    /// <exception cref="ArgumentException">There is no store.</exception>
    public ProjectStore Open(ParseResult parsed, RedactionKey key, CancellationToken cancellation = default)
    {
        var folder = parsed.GetRequiredValue(_store);
        if (!Path.Exists(folder)) throw new ArgumentException($"There is no store '{folder}'. 'redact run --store' makes one.");
        return ProjectStore.Open(folder, key, Project(parsed), cancellationToken: cancellation);
    }

    /// <summary>The option of earlier versions, which is no more and says so.</summary>
    public static Option<string?> Vault()
    {
        var vault = new Option<string?>("--vault") { Hidden = true };
        vault.Validators.Add(static given => given.AddError(Missing));
        return vault;
    }

    /// <summary>A date, or a number of days from now as <c>30d</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static DateTimeOffset Time(string option, string text)
    {
        if (text.EndsWith('d')
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return TimeProvider.System.GetUtcNow().AddDays(days);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new ArgumentException($"{option} is a date such as 2030-01-31, or a number of days such as 30d.");
    }
}
