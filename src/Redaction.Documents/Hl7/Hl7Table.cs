using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Documents;

/// <summary>What fields are: <c>fields.txt</c> in this folder.</summary>
internal static class Hl7Table
{
    private static readonly (FrozenDictionary<string, string> Fields, FrozenDictionary<string, Hl7Meaning> Components) s_lines = Read();

    /// <summary>What OBX-2 may say (table 0125), and the datatype that is meant here.</summary>
    private static readonly FrozenDictionary<string, string> s_valueTypes = (
        "TX=FT FT=FT ST=FT NM=NM SN=NM DT=DT TS=DT DTM=DT CE=CWE CWE=CWE CNE=CWE CF=CWE XPN=XPN PN=XPN XCN=XCN CN=XCN XAD=XAD AD=XAD "
        + "XTN=XTN TN=XTN CX=CX CK=CX XON=XON EI=EI HD=HD PL=PL DR=DR RP=RP ID=ID IS=ID SI=ID TM=ID ED=ED")
        .Split(' ').ToFrozenDictionary(static p => p[..p.IndexOf('=')], static p => p[(p.IndexOf('=') + 1)..], StringComparer.Ordinal);

    /// <summary>The datatype of a field; null where the table names none.</summary>
    public static string? TypeOf(ReadOnlySpan<char> segment, int field) =>
        s_lines.Fields.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{segment}.{field}"));

    /// <summary>The datatype that OBX-2 names.</summary>
    public static string? ValueType(string name) => s_valueTypes.GetValueOrDefault(name);

    /// <summary>What a component of a datatype is.</summary>
    /// <param name="type">The datatype.</param>
    /// <param name="component">From 1 on.</param>
    public static Hl7Meaning Of(string? type, int component)
    {
        if (type is null) return Hl7Meaning.Open;
        if (type is "ID") return Hl7Meaning.Fixed;
        return s_lines.Components.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{type}.{component}"), out var meaning)
            ? meaning : Hl7Meaning.Open;
    }

    private static (FrozenDictionary<string, string>, FrozenDictionary<string, Hl7Meaning>) Read()
    {
        using var stream = typeof(Hl7Table).Assembly.GetManifestResourceStream("hl7/fields.txt")!;
        using var reader = new StreamReader(stream);
        Dictionary<string, string> fields = [];
        Dictionary<string, Hl7Meaning> components = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var space = line.IndexOf(' ');
            var (path, what) = (line[..space], line[(space + 1)..].Trim());
            if (char.IsAsciiLetterUpper(what[0])) fields.Add(path, what);
            else components.Add(path, Enum.Parse<Hl7Meaning>(what.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));
        }
        return (fields.ToFrozenDictionary(StringComparer.Ordinal), components.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
