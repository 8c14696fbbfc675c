using CsCheck;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Tests.Engine.Tokenizers;

public sealed class CharacterTokenizerTests
{
    [Fact]
    public void Gives_The_Text_Back_When_It_Was_Built_From_It() => Gen.String.Sample(text =>
    {
        var tokenizer = CharacterTokenizer.Learn(text);
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

        Assert.Equal(whole, string.Concat(tokenizer.Encode(text).Select(tokenizer.Decode)));
        Assert.DoesNotContain(ITokenizer.UnknownId, tokenizer.Encode(whole));
    });

    [Fact]
    public void Orders_By_Code_Point_When_Built() => Assert.Equal(["a", "b", "ñ", "🎭"], CharacterTokenizer.Learn("ñb🎭ab").Vocabulary);

    [Fact]
    public void Says_Unknown_When_A_Character_Is_Foreign()
    {
        var tokenizer = CharacterTokenizer.Learn("abc");

        Assert.Equal([1, ITokenizer.UnknownId, 3], tokenizer.Encode("aéc"));
    }

    [Theory]
    [InlineData("‘él’—no…", "'el'--no...")]
    [InlineData("“Ñandú”", "\"Nandu\"")]
    [InlineData("漢a字", "a")]
    public void Folds_What_A_Person_Typed_When_The_Vocabulary_Lacks_It(string typed, string understood)
    {
        var tokenizer = CharacterTokenizer.Learn("'\"-. abcdefghijklmnopqrstuvwxyzN");

        Assert.Equal(understood, string.Concat(tokenizer.EncodePrompt(typed).Select(tokenizer.Decode)));
    }

    [Fact]
    public void Refuses_When_The_Vocabulary_Is_Not_Made_Of_Single_Characters()
    {
        Assert.Throws<ArgumentException>(() => new CharacterTokenizer(["a", "a"]));
        Assert.Throws<ArgumentException>(() => new CharacterTokenizer(["ab"]));
        Assert.Throws<ArgumentException>(() => new CharacterTokenizer([""]));
    }
}
