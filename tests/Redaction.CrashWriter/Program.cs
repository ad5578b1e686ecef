using System.Globalization;
using Redaction;
using Redaction.Governance;

// Writes to a vault, a store and a log, and acknowledges each write with a line, until it is killed.
var folder = args[0];
using var key = new RedactionKey(new byte[32]);
using var vault = TokenVault.Open(Path.Combine(folder, "vault"), key);
using var seals = SealStore.Open(Path.Combine(folder, "store"), key);
using var log = AuditLog.Open(Path.Combine(folder, "audit.jsonl"));
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
for (var i = vault.Count; ; i++)
{
    var value = "value " + i.ToString(CultureInfo.InvariantCulture);
    var (token, seal) = (vault.TokenFor(new("person"), value), seals.TokenFor(new("person"), value));
    log.Append(new(AuditEvents.Transform) { Actor = "writer", Artefact = i.ToString("x64", CultureInfo.InvariantCulture) });
    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i} {token} {seal}"));
}
