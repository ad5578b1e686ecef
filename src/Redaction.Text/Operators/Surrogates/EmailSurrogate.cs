using System.Buffers;

namespace Redaction.Text;

/// <summary>Addresses at the example domains of RFC 2606, with the surrogates of the names in their local part.</summary>
internal static class EmailSurrogate
{
    private static readonly string[] s_domains = ["example.com", "example.org", "example.net"];

    public static void Write(ReadOnlySpan<char> email, PersonSurrogate persons, DocumentNames? names, ReadOnlySpan<byte> digest,
        IBufferWriter<char> output)
    {
        var at = email.LastIndexOf('@');
        WriteLocal(at < 0 ? email : email[..at], persons, names, digest, output);
        output.Write("@");
        output.Write(s_domains[digest[0] % s_domains.Length]);
    }

    /// <summary>Writes the surrogate of a local part, or of the name of an account.</summary>
    public static void WriteLocal(ReadOnlySpan<char> local, PersonSurrogate persons, DocumentNames? names, ReadOnlySpan<byte> digest,
        IBufferWriter<char> output)
    {
        var words = 0;
        foreach (var _ in NameParts.Of(local)) words++;
        int position = 0, index = 0;
        foreach (var range in NameParts.Of(local))
        {
            WriteBetween(local[position..range.Start.Value], digest, output);
            position = range.End.Value;
            WriteWord(local[range], words > 1 && index++ < words - 1, persons, names, output);
        }
        WriteBetween(local[position..], digest, output);
    }

    private static void WriteWord(
        ReadOnlySpan<char> word, bool mayBeGiven, PersonSurrogate persons, DocumentNames? names, IBufferWriter<char> output)
    {
        var cut = names is null ? 0 : Joint(word, names);
        if (cut > 0) output.Write(AsciiFold.Of(persons.Of(word[..cut], mayBeGiven: true)));
        output.Write(AsciiFold.Of(persons.Of(word[cut..], mayBeGiven)));
    }

    /// <summary>Where "jdoe" or "janedoe" falls into the words of a name of the document; 0 when it does not.</summary>
    private static int Joint(ReadOnlySpan<char> word, DocumentNames names)
    {
        for (var cut = 1; cut <= word.Length - 3; cut++)
            if (names.Real.Contains(word[cut..].ToString()) && (cut == 1 || names.Real.Contains(word[..cut].ToString()))) return cut;
        return 0;
    }

    private static void WriteBetween(ReadOnlySpan<char> signs, ReadOnlySpan<byte> digest, IBufferWriter<char> output)
    {
        for (var i = 0; i < signs.Length; i++)
        {
            if (char.IsDigit(signs[i])) output.Write([(char)('0' + digest[1 + i % (digest.Length - 1)] % 10)]);
            else if (signs[i] is '.' or '-' or '_' or '+') output.Write([signs[i]]);
        }
    }
}
