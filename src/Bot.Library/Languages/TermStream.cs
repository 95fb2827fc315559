using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Library.Languages;

/// <summary>Passes terms that are already analysed to Lucene.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute attribute;
    private readonly IEnumerator<string> terms;

    public TermStream(IEnumerable<string> terms)
    {
        this.terms = terms.GetEnumerator();
        attribute = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!terms.MoveNext())
        {
            return false;
        }

        attribute.SetEmpty().Append(terms.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            terms.Dispose();
        }

        base.Dispose(disposing);
    }
}
