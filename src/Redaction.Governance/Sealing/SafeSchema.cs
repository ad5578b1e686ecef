namespace Redaction.Governance;

/// <summary>The tables of a safe.</summary>
internal static class SafeSchema
{
    public const int Version = 2;

    /// <summary>What makes the tables.</summary>
    /// <remarks>Identities get ascending numbers and keys of one length: a row is never moved once it is written, and a key is destroyed by
    /// overwriting it at its place. The contents stand last in their rows, so that a walk over the others does not read them.</remarks>
    public const string Tables =
        """
        CREATE TABLE state (id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, sealed BLOB NOT NULL);
        CREATE TABLE classes (type TEXT PRIMARY KEY, wrapped BLOB NOT NULL);
        CREATE TABLE identities (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, type TEXT NOT NULL, wrapped BLOB NOT NULL);
        CREATE TABLE seals (
          id INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, type TEXT NOT NULL, owner INTEGER NOT NULL,
          input TEXT, medium TEXT, page INTEGER, x INTEGER, y INTEGER, width INTEGER, height INTEGER, unit INTEGER,
          content BLOB NOT NULL);
        CREATE INDEX seals_owner ON seals (owner);
        CREATE INDEX seals_input ON seals (input) WHERE input IS NOT NULL;
        CREATE TABLE files (id INTEGER PRIMARY KEY, dataset TEXT NOT NULL, source TEXT NOT NULL, UNIQUE (dataset, source));
        CREATE TABLE sightings (
          file INTEGER NOT NULL, line INTEGER NOT NULL, type TEXT NOT NULL, identity TEXT NOT NULL,
          PRIMARY KEY (file, line, type, identity)) WITHOUT ROWID;
        CREATE INDEX sightings_identity ON sightings (identity);
        CREATE TABLE marks (mark TEXT NOT NULL, identity TEXT NOT NULL, PRIMARY KEY (mark, identity)) WITHOUT ROWID;
        CREATE INDEX marks_identity ON marks (identity);
        CREATE TABLE artefacts (
          path TEXT PRIMARY KEY, dataset TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT NOT NULL,
          bytes INTEGER NOT NULL, written TEXT NOT NULL, retain_until TEXT, recipient TEXT, deleted TEXT);
        CREATE INDEX artefacts_source ON artefacts (dataset, source);
        CREATE TABLE holds (dataset TEXT PRIMARY KEY, reason TEXT NOT NULL);
        CREATE TABLE grants (id TEXT PRIMARY KEY, uses INTEGER NOT NULL, revoked TEXT);
        """;

    /// <summary>The tables whose rows are summed up, with the columns that count.</summary>
    public static (string Table, string Rows)[] Summed { get; } =
    [
        ("classes", "SELECT type, wrapped FROM classes"),
        ("identities", "SELECT identity, type, wrapped FROM identities"),
        ("seals", "SELECT token, s.type, identity, input, medium, page, x, y, width, height, unit "
            + "FROM seals s LEFT JOIN identities i ON i.id = s.owner"),
        ("sightings", "SELECT dataset, source, line, type, identity FROM sightings s LEFT JOIN files f ON f.id = s.file"),
        ("artefacts", "SELECT path, dataset, source, kind, sha256, bytes, written, retain_until, recipient, deleted FROM artefacts"),
        ("holds", "SELECT dataset, reason FROM holds"),
        ("marks", "SELECT mark, identity FROM marks"),
        ("grants", "SELECT id, uses, revoked FROM grants"),
    ];
}
