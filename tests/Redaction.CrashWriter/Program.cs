using System.Globalization;
using Redaction;
using Redaction.Governance;

// FOLDER [FROM [TO]]: writes values FROM… to the folder's store and its log, and acknowledges each write with a line,
// up to TO or until it is killed. With both bounds it gathers writes as runs do, and logs to the store's own log,
// to which other processes add too.
var folder = args[0];
var (from, to) = (Number(1, 0), Number(2, int.MaxValue));
using var key = new RedactionKey(new byte[32]);
using var store = ProjectStore.Open(Path.Combine(folder, "store"), key);
using var log = args.Length > 2 ? null : AuditLog.Open(Path.Combine(folder, "audit.jsonl"));
using var deferred = args.Length > 2 ? store.Seals.Defer() : null;
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
for (var i = from; i < to; i++)
{
    var token = store.Seals.TokenFor(new("person"), "value " + i.ToString(CultureInfo.InvariantCulture));
    if (log is null && i % 10 == 0) store.Seals.Flush();
    if (log is not null && i % 7 == 0) store.Revoke("grant " + i.ToString(CultureInfo.InvariantCulture), "writer");
    (log ?? store.Log).Append(new(AuditEvents.Transform) { Actor = "writer", Artefact = i.ToString("x64", CultureInfo.InvariantCulture) });
    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i} {token}"));
}

int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
