using Redaction;

namespace FolderWorker;

/// <summary>Looks into the inbox once a second. A file that was redacted is in the outbox, and gone from the inbox.</summary>
internal sealed partial class InboxService(RedactionEngine engine, IConfiguration configuration, ILogger<InboxService> logger)
    : BackgroundService
{
    private readonly string _inbox = configuration["Folders:Inbox"] ?? "inbox", _outbox = configuration["Folders:Outbox"] ?? "outbox";
    private readonly HashSet<string> _refused = [];
    private int _number;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(_inbox);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            foreach (var file in Directory.EnumerateFiles(_inbox).Order(StringComparer.Ordinal))
                if (!_refused.Contains(file)) await RedactAsync(file, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RedactAsync(string file, CancellationToken stoppingToken)
    {
        // The name of a file may be a person's: outside it has a number, and logs have the number too.
        var name = $"item-{++_number:D6}{Path.GetExtension(file)}";
        try
        {
            var summary = await engine.Files.RedactAsync(file, Path.Combine(_outbox, name), cancellationToken: stoppingToken);
            File.Delete(file);
            Redacted(name, summary.Format);
        }
        catch (RedactionException failure)
        {
            _refused.Add(file);
            Refused(name, failure.Code, failure.Advice);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Item} ({Format}) was redacted")]
    private partial void Redacted(string item, string format);

    [LoggerMessage(LogLevel.Warning, "{Item} stays in the inbox: {Code}. {Advice}")]
    private partial void Refused(string item, string code, string? advice);
}
