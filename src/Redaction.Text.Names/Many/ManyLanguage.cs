namespace Redaction.Text.Names;

/// <summary>How the scores of names-many are read in a language; chosen by <c>tune.py</c>.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="IsLatin">Written in Latin letters.</param>
/// <param name="Place">What a place gains that only the list of places has.</param>
/// <param name="Name">What a listed name gains that is no everyday word.</param>
/// <param name="Word">What "no name" gains for an everyday word that is no listed name.</param>
/// <param name="Bias">What "no name" loses everywhere; less than 0 finds less.</param>
/// <param name="ReadsSmall">Trained on text without capitals too.</param>
internal sealed record ManyLanguage(
    string Code, bool IsLatin, float Place = 0, float Name = 0, float Word = 0, float Bias = 0, bool ReadsSmall = false)
{
    private const int Outside = 0, Person = 1, Location = 3;

    /// <summary>Adds to the scores of each token what the list of names says.</summary>
    public void Adjust(Span<float> logits, int tags, in ManyBlock block)
    {
        for (var t = 0; t * tags < logits.Length; t++)
        {
            var mask = block.Begin[t] | block.Inside[t] | block.Stem[t];
            var isWord = (mask & ManyGazetteer.EverydayWord) != 0;
            var isNamed = (mask & (ManyGazetteer.GivenName | ManyGazetteer.Surname)) != 0;
            var isPlace = (mask & ManyGazetteer.Place) != 0;
            var row = logits.Slice(t * tags, tags);
            if (isPlace && !isWord) Add(row.Slice(Location, 2), Place);
            if (isNamed && !isWord) Add(row.Slice(Person, 2), Name);
            if (isWord && !isNamed && !isPlace) row[Outside] += Word;
        }
    }

    private static void Add(Span<float> scores, float more)
    {
        scores[0] += more;
        scores[1] += more;
    }
}
