using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Documents.Dicom;

/// <summary>Cleans single values: by the text detectors, by moving dates, by mapping identifiers.</summary>
internal sealed class ValueCleaner(DicomWork work)
{
    /// <summary>Ages from here on are one (45 CFR 164.514(b)(2)(i)(C)).</summary>
    private const int Oldest = 90;

    /// <summary>So many characters in a row are hardly numbers.</summary>
    private const int ShortestText = 8;

    private static readonly SearchValues<byte> s_codes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_\\ \0"u8);
    private static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789.:-\\ \0"u8);

    /// <summary>Bytes that the standard defines: versions, axes, colour profiles, patterns, tables of weights and of calibration.</summary>
    private static readonly FrozenSet<uint> s_tables =
        [0x00020001, 0x00020031, 0x00142210, 0x00160062, 0x00282000, 0x00700256, 0x00701808, 0x4010106C];

    /// <summary>Puts what means nothing in place of a value (actions D and Z).</summary>
    public void Blank(DicomElement element, string path, bool isEmpty)
    {
        work.Excluded += element.Length;
        if (element.Length == 0 && isEmpty) return;
        Report(element, path);
        if (element.Tag.Number is 0x00100010 or 0x00100020 && element.Length > 0)
            element.Replace(DicomValues.Of(work.Keys.Patient(work.Patient), element.Vr));
        else element.Replace(isEmpty ? [] : DicomValues.Dummy(element.Vr, element.Length));
    }

    /// <summary>Puts other unique identifiers in place of those there are (action U).</summary>
    public void Map(DicomElement element, string path)
    {
        if (element.Vr != Vr.UI)
        {
            Blank(element, path, isEmpty: false);
            return;
        }
        work.Excluded += element.Length;
        var uids = DicomValues.Ascii(element.In(work.File.Source));
        if (uids.Length == 0) return;
        var mapped = string.Join('\\', uids.Split('\\').Select(Map));
        if (mapped != uids) element.Replace(DicomValues.Of(mapped, Vr.UI));
    }

    /// <summary>An identifier of the standard itself stays.</summary>
    public string Map(string uid)
    {
        uid = uid.Trim(' ', '\0');
        return uid.Length == 0 || uid.StartsWith("1.2.840.10008.", StringComparison.Ordinal) ? uid : work.Keys.Uid(uid);
    }

    /// <summary>Takes out of a value what identifies; what stays is as it was.</summary>
    public void Clean(DicomElement element, ProfileRow? row, CharacterSet set, string keyword, string path)
    {
        if (IsTextInPlaceOfCode(element)) Blank(element, path, isEmpty: true);
        else if (element.Vr == Vr.PN) Blank(element, path, isEmpty: row?.BasicAction is not (ProfileAction.Dummy or ProfileAction.Clean));
        else if (element.Vr is Vr.DA or Vr.DT) CleanDate(element, row, path);
        else if (VrRules.IsFreeText(element.Vr) || element.Vr == Vr.UR) CleanText(element, row, set, keyword, path);
        else if (VrRules.IsCodeText(element.Vr)) CleanCode(element, row, path);
        else if (element.Vr == Vr.UI && row is not null) Map(element, path);
        else if (element.Vr is Vr.TM or Vr.UI) CleanDigits(element, path);
        else if (row is not null && element.Vr is Vr.OB or Vr.UN) Blank(element, path, isEmpty: row?.BasicAction != ProfileAction.Dummy);
        else if (element.Vr == Vr.UN) Blank(element, path, isEmpty: true); // a sequence that cannot be read
        else if (row is null && DicomDictionary.VrOf(element.Tag) is Vr.OB) CleanBytes(element, path);
        else CleanNumbers(element, path);
    }

    /// <summary>True for what calls itself a text in an attribute of codes, numbers, dates, times or identifiers, and is none of these.
    /// </summary>
    private bool IsTextInPlaceOfCode(DicomElement element) => VrRules.IsFreeText(element.Vr)
        && DicomDictionary.VrOf(element.Tag) is { } vr && !VrRules.IsFreeText(vr) && vr is not (Vr.AE or Vr.UN or Vr.UR)
        && element.In(work.File.Source).IndexOfAnyExcept(vr is Vr.CS or Vr.AS ? s_codes : s_digits) >= 0;

    /// <summary>Numbers that read like a text, as they do where a length is wrong, are searched like one.</summary>
    private void CleanNumbers(DicomElement element, string path)
    {
        var value = element.In(work.File.Source);
        var (run, isText) = (0, false);
        for (var i = 0; i < value.Length && !isText; i++)
        {
            run = value[i] is > 31 and < 127 ? run + 1 : 0;
            isText = run >= ShortestText;
        }
        if (!isText) return;
        var text = string.Create(value.Length, value, static (chars, bytes) =>
        {
            for (var i = 0; i < chars.Length; i++) chars[i] = bytes[i] is > 31 and < 127 ? (char)bytes[i] : '\n';
        });
        if (!work.Redactor.Plan(text, work.Job.Context, cancellationToken: work.Job.Cancellation).Items.IsEmpty)
            Blank(element, path, isEmpty: true);
    }

    /// <summary>Bytes of which nobody knows what they hold, such as keys of records, drawings and signatures, are emptied; tables are
    /// looked through for what the header says.</summary>
    private void CleanBytes(DicomElement element, string path)
    {
        if (s_tables.Contains(element.Tag.Number)) CleanCode(element, null, path);
        else Blank(element, path, isEmpty: true);
    }

    /// <summary>Ages above 89 are told as 90.</summary>
    public void CleanAge(DicomElement element)
    {
        var text = DicomValues.Ascii(element.In(work.File.Source));
        if (text is [.. var digits, 'Y'] && int.TryParse(digits, out var years) && years >= Oldest)
            element.Replace(DicomValues.Of("090Y", Vr.AS));
    }

    /// <summary>A value that must consist of digits and does not is none.</summary>
    private void CleanDigits(DicomElement element, string path)
    {
        if (element.In(work.File.Source).IndexOfAnyExcept(s_digits) >= 0) Blank(element, path, isEmpty: true);
    }

    private void CleanDate(DicomElement element, ProfileRow? row, string path)
    {
        if (work.Settings.Dates == DicomDates.Keep) return;
        var text = DicomValues.Ascii(element.In(work.File.Source));
        if (text.Length == 0) return;
        var moved = work.Settings.Dates == DicomDates.Shift
            ? text.Split('\\').Select(v => v.Trim().Length == 0 ? "" : DicomPatient.Shift(v.Trim(), work.Days)).ToArray() : [null];
        if (Array.IndexOf(moved, null) >= 0)
        {
            Blank(element, path, isEmpty: row?.BasicAction != ProfileAction.Dummy);
            return;
        }
        Report(element, path);
        work.Excluded += element.Length;
        work.HasMovedDates = true;
        element.Replace(DicomValues.Of(string.Join('\\', moved), element.Vr));
    }

    private void CleanText(DicomElement element, ProfileRow? row, CharacterSet set, string keyword, string path)
    {
        var value = element.In(work.File.Source);
        if (set.Decode(value) is not { } text)
        {
            // In no character set that is known: nobody could read it.
            work.AddUnsearched("character-set", element, path, element.Length, UnsearchedChoice.Erase);
            element.Replace(row?.BasicAction == ProfileAction.Dummy ? DicomValues.Dummy(element.Vr, element.Length) : []);
            return;
        }
        work.Searched += element.Length;
        var values = VrRules.IsOneValue(element.Vr) ? [text] : text.Split('\\');
        var isChanged = false;
        for (var i = 0; i < values.Length; i++)
        {
            if (Redact(values[i], keyword, path) is not { } redacted) continue;
            values[i] = VrRules.Longest(element.Vr) is > 0 and var most && redacted.Length > most ? redacted[..most] : redacted;
            isChanged = true;
        }
        if (isChanged) element.Replace(DicomValues.Of(string.Join('\\', values), element.Vr, set));
    }

    private string? Redact(string text, string keyword, string path)
    {
        var content = text.TrimEnd(' ', '\0');
        if (content.Length < 2) return null;
        var context = work.Job.Context with { Field = keyword };
        var clean = work.Keys.Clean.Of(content, $"{context}\n{work.Known.Fingerprint}");
        var known = work.Job.Redactor.ReadsOutput ? null : work.Keys.Clean; // output is read with each file's own replacements in mind
        var plan = known?.Find(clean) ?? work.Redactor.Plan(content, context, cancellationToken: work.Job.Cancellation);
        known?.Add(clean, plan);
        if (!plan.Items.IsEmpty || plan.Kept > 0) work.Job.Observer.OnPlan(new DocumentPlace(Path: path), plan, content);
        if (plan.Items.IsEmpty) return null;
        var output = new ArrayBufferWriter<char>(content.Length);
        work.Redactor.Writer.Write(content, plan, output);
        return output.WrittenSpan.ToString().Replace('\\', '/');
    }

    /// <summary>Codes hold no text, but what the header says of a person may stand in them all the same.</summary>
    private void CleanCode(DicomElement element, ProfileRow? row, string path)
    {
        work.Searched += element.Length;
        if (work.Known.IsEmpty) return;
        var sink = new FindingSink<TextSpan>();
        work.Known.Detect(new(DicomValues.Ascii(element.In(work.File.Source))), sink);
        if (sink.Count == 0) return;
        work.Searched -= element.Length;
        Blank(element, path, isEmpty: row?.BasicAction != ProfileAction.Dummy);
    }

    /// <summary>Tells of a value that the profile takes out what it is, as far as the policy has a rule that acts.</summary>
    public void Report(DicomElement element, string path)
    {
        if (TypeOf(element) is not { } type || element.Length == 0 || work.Job.Redactor.ReadsOutput) return;
        var text = DicomValues.Ascii(element.In(work.File.Source));
        if (text.Length == 0) return;
        var policy = work.Redactor.Policy;
        var rule = policy.RuleFor(type, 1f, work.Job.Context with { Medium = Medium.Text, Field = DicomDictionary.KeywordOf(element.Tag) });
        if (policy.Rules[rule].Operator == PolicyRule.Keep) rule = policy.Rules.Length - 1;
        if (policy.Rules[rule].Operator == PolicyRule.Keep) return;
        var finding = new Finding<TextSpan>(type, new(0, text.Length), 1f, "dicom.profile");
        var plan = new RedactionPlan<TextSpan>(policy.Id, [new(finding, rule, policy.Rules[rule].Operator)], 0);
        work.Job.Observer.OnPlan(new DocumentPlace(Path: path), plan, text);
    }

    private static EntityType? TypeOf(DicomElement element) => element.Vr switch
    {
        Vr.PN => EntityTypes.Person,
        Vr.DA or Vr.DT => EntityTypes.Date,
        Vr.AS => EntityTypes.Age,
        Vr.LO or Vr.SH or Vr.UC => EntityTypes.Term,
        Vr.ST or Vr.LT or Vr.UT when ProfileTable.Find(element.Tag) is { IsDescriptor: false } => EntityTypes.Address,
        _ => null,
    };
}
