namespace Redaction.Documents.Dicom;

/// <summary>A value representation (PS3.5 section 6.2).</summary>
internal enum Vr : byte
{
    UN, AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL, UR, US, UT, UV,
}
