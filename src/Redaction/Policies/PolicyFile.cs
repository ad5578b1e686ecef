using System.Security.Cryptography;

namespace Redaction;

/// <summary>Reads policies from YAML or JSON. Whatever it does not know is an error with its line, never ignored.</summary>
public static class PolicyFile
{
    /// <summary>Reads a preset or a file.</summary>
    /// <param name="presetOrPath">Name of a preset (<see cref="PolicyPresets.Names"/>) or path of a file.</param>
    /// <exception cref="PolicyException">The file cannot be read, or something in it is unknown or of the wrong type.</exception>
    public static LoadedPolicy Load(string presetOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(presetOrPath);
        return Load(presetOrPath, folder: null, chain: []);
    }

    /// <summary>Reads a policy from text.</summary>
    /// <param name="content">YAML or JSON.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="PolicyException">Something in it is unknown or of the wrong type.</exception>
    public static LoadedPolicy Parse(string content, string name = "policy")
    {
        ArgumentNullException.ThrowIfNull(content);
        return Read(System.Text.Encoding.UTF8.GetBytes(content), name, folder: null, chain: [name]);
    }

    private static LoadedPolicy Load(string presetOrPath, string? folder, IReadOnlyList<string> chain)
    {
        if (PolicyPresets.Names.Contains(presetOrPath))
            return Read(PolicyPresets.Read(presetOrPath), presetOrPath, folder: null, [.. chain, presetOrPath]);
        var path = Path.GetFullPath(folder is null ? presetOrPath : Path.Combine(folder, presetOrPath));
        return Read(ReadBytes(path, presetOrPath), presetOrPath, Path.GetDirectoryName(path), [.. chain, path]);
    }

    private static LoadedPolicy Read(byte[] bytes, string name, string? folder, IReadOnlyList<string> chain)
    {
        var reader = new PolicyReader(name, bytes, folder);
        var basis = reader.LoadBasis(extends => LoadBasis(reader, extends, folder, chain));
        var rules = reader.Rules.AddRange(basis?.Policy.Rules ?? []);
        if (rules.IsEmpty || !rules[^1].CatchesAll) reader.RequireLastRule();
        reader.ThrowIfFaulty();
        var policy = new RedactionPolicy(reader.Id, rules) { MinScore = reader.MinScore ?? basis?.Policy.MinScore ?? Scores.Acts };
        return new(policy, Convert.ToHexStringLower(SHA256.HashData(bytes)))
        {
            RuleLines = reader.Lines,
            DataTypes = reader.DataTypes.AddRange(basis?.DataTypes ?? []),
            Fields = reader.Fields ?? basis?.Fields ?? FieldSelection.All,
            Disabled = reader.Disabled.AddRange(basis?.Disabled ?? []),
            Allow = reader.Allow.AddRange(basis?.Allow ?? []),
            Deny = reader.Deny.AddRange(basis?.Deny ?? []),
            Patterns = reader.Patterns.AddRange(basis?.Patterns ?? []),
            Plugins = reader.Plugins.AddRange(basis?.Plugins ?? []),
            Images = reader.Images.Over(basis?.Images ?? ImageSettings.None),
            Calls = reader.Calls.Over(basis?.Calls ?? CallSettings.None),
            Video = reader.Video.Over(basis?.Video ?? VideoSettings.None),
            Dicom = reader.Dicom.Over(basis?.Dicom ?? DicomChoices.None),
            Pdf = reader.Pdf.Over(basis?.Pdf ?? PdfChoices.None),
            Unsearched = reader.Unsearched ?? basis?.Unsearched,
            FileNames = reader.FileNames ?? basis?.FileNames ?? FileNameChoice.Redact,
            Extends = basis is null ? [] : [new(basis.Policy.Id, basis.Sha256), .. basis.Extends],
        };
    }

    private static LoadedPolicy LoadBasis(PolicyReader reader, string extends, string? folder, IReadOnlyList<string> chain)
    {
        var isPreset = PolicyPresets.Names.Contains(extends);
        var target = isPreset ? extends : Path.GetFullPath(folder is null ? extends : Path.Combine(folder, extends));
        if (chain.Contains(target))
            throw reader.ExtendsError(
                $"policies extend each other in a circle: {string.Join(" → ", chain.Append(target).Select(Path.GetFileName))}");
        if (!isPreset && !File.Exists(target))
            throw reader.ExtendsError($"'{extends}' is neither a file nor a preset ({Choices.Valid(extends, PolicyPresets.Names)})");
        return Load(extends, folder, chain);
    }

    private static byte[] ReadBytes(string path, string shown)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PolicyException(shown, $"there is no such file, and no such preset ({Choices.Valid(shown, PolicyPresets.Names)})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException(shown, $"the file cannot be read: {FileTrouble.Of(e)}");
        }
    }
}
