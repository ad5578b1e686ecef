using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>Signs the checkpoints of a log and checks them (ECDSA over P-256 with SHA-256).</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class AuditSigner : IDisposable
{
    private static readonly BigInteger s_order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    private readonly ECDsa _key;
    private readonly ImmutableArray<ECDsa> _retired;
    private readonly Lock _lock = new();

    private AuditSigner(ECDsa key, bool canSign, ImmutableArray<ECDsa> retired)
    {
        (_key, CanSign, _retired) = (key, canSign, retired);
        KeyIds = [IdOf(key), .. retired.Select(IdOf)];
    }

    private static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    /// <summary>True when it holds the private key.</summary>
    public bool CanSign { get; }

    /// <summary>The first 16 hex digits of the public key's SHA-256.</summary>
    public string KeyId => KeyIds[0];

    /// <summary>The same of the key and of its earlier versions.</summary>
    public ImmutableArray<string> KeyIds { get; }

    /// <summary>The signer of a project, derived from its root key: whoever has the root key can sign. Signatures of the key's earlier
    /// versions stay valid.</summary>
    public static AuditSigner Derive(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(KeyOf(key, project), true, [.. key.Retired.Select(k => KeyOf(k, project))]);
    }

    private static ECDsa KeyOf(RedactionKey key, string project)
    {
        var (high, low) = (key.Derive("audit-signing/1", project), key.Derive("audit-signing/2", project));
        // 512 bits reduced by the order leave no bias (FIPS 186-5, A.2.1).
        var scalar = new BigInteger((byte[])[.. high, .. low], isUnsigned: true, isBigEndian: true) % (s_order - 1) + 1;
        var d = new byte[32];
        scalar.TryWriteBytes(d.AsSpan(32 - scalar.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
        CryptographicOperations.ZeroMemory(high);
        CryptographicOperations.ZeroMemory(low);
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(d);
        }
    }

    /// <summary>A signer that can only check, from the public key in PEM.</summary>
    /// <exception cref="ArgumentException">It is no public key of P-256.</exception>
    public static AuditSigner FromPublicKey(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == 256) return new(key, false, []);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // told below
        }
        key.Dispose();
        throw new ArgumentException("This is no public key of the curve P-256 in PEM.");
    }

    /// <summary>The public key in PEM, to give to whoever checks the log.</summary>
    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Signs a text.</summary>
    /// <exception cref="InvalidOperationException">It holds the public key only.</exception>
    public string Sign(string text)
    {
        if (!CanSign) throw new InvalidOperationException("A public key cannot sign.");
        lock (_lock) return Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));
    }

    /// <summary>True when the signature is valid.</summary>
    public bool IsValid(string text, string signature)
    {
        var bytes = new byte[128];
        if (!Convert.TryFromBase64String(signature, bytes, out var written)) return false;
        var message = Encoding.UTF8.GetBytes(text);
        lock (_lock)
        {
            foreach (var key in (ReadOnlySpan<ECDsa>)[_key, .. _retired])
                if (key.VerifyData(message, bytes.AsSpan(0, written), HashAlgorithmName.SHA256)) return true;
        }
        return false;
    }

    /// <summary>Forgets the keys.</summary>
    public void Dispose()
    {
        _key.Dispose();
        foreach (var key in _retired) key.Dispose();
    }
}
