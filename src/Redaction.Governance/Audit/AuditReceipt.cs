using System.Collections.Immutable;
using System.Text;

namespace Redaction.Governance;

/// <summary>A record and the proof that it is in its log.</summary>
/// <param name="Line">The record as it stands in the log.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Head">The log just after it.</param>
/// <param name="Proof">Hashes from the record up to the head's root (RFC 6962, section 2.1.1).</param>
internal sealed record AuditReceipt(string Line, int Index, AuditHead Head, ImmutableArray<byte[]> Proof)
{
    /// <summary>True when the proof shows that the record is in the log.</summary>
    public bool IsValid() =>
        Head.Root.Length == 64 && Head.Root.All(char.IsAsciiHexDigit)
        && MerkleTree.IsIncluded(
            MerkleTree.LeafHash(Encoding.UTF8.GetBytes(Line)), Index, Head.Size, Proof, Convert.FromHexString(Head.Root));
}
