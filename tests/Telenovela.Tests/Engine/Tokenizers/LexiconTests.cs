using Telenovela.Engine.Tokenizers;

namespace Telenovela.Tests.Engine.Tokenizers;

public sealed class LexiconTests
{
    private static readonly Lexicon Lexicon = Lexicon.Learn("Don't go. Don't stay! Go, 'letter' letter; Ñoño ñoño once", fewest: 2);

    [Fact]
    public void Holds_Words_That_Occur_Often_Enough_In_Any_Case() => Assert.Equal(["don't", "go", "letter", "ñoño"], Lexicon.Words);

    [Theory]
    [InlineData("DON'T", true)]
    [InlineData("don", false)]
    [InlineData("'letter'", true)]
    [InlineData("once", false)]
    [InlineData("Ñoño", true)]
    public void Tells_Words_From_Others(string word, bool known) => Assert.Equal(known, Lexicon.Contains(word));

    [Theory]
    [InlineData("don", true)]
    [InlineData("don'", true)]
    [InlineData("let", true)]
    [InlineData("letter'", true)]
    [InlineData("letters", false)]
    [InlineData("x", false)]
    public void Tells_What_A_Word_Can_Begin_With(string start, bool known) => Assert.Equal(known, Lexicon.HasPrefix(start));
}
