using CsCheck;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Tests.Engine.Tokenizers;

/// <summary>What holds for tokenizers of words and of subwords alike.</summary>
public sealed class PieceTokenizerTests
{
    private const string Text = """
        == El beso | betrayal ==
        FILO: Don't you dare, MENA: I know.
        FILOMENA: ¿Dónde está la carta? La carta, la carta...
        MENA: I don't know where the letter is. (sits) The letter is lost.
        (The letter burns.)

        """;

    private static readonly string[] Speakers = ["FILO", "MENA", "FILOMENA"];

    public static TheoryData<string> Kinds => [WordTokenizer.KindName, SubwordTokenizer.KindName];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gives_Any_Text_Of_Its_Characters_Back(string kind)
    {
        var tokenizer = Learn(kind);
        var letters = Text.Distinct().ToArray();

        Gen.Int[0, letters.Length - 1].Array[0, 200]
            .Select(places => new string([.. places.Select(at => letters[at])]))
            .Sample(text => tokenizer.Decode(tokenizer.Encode(text)) == text, iter: 2000);
        Assert.Equal(Text, tokenizer.Decode(tokenizer.Encode(Text)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Takes_A_Speaker_For_One_Token_At_The_Start_Of_A_Line_Only(string kind)
    {
        var tokenizer = Learn(kind);

        Assert.Equal("FILOMENA:", tokenizer.Decode(tokenizer.Encode("FILOMENA: ¿Dónde")[0]));
        Assert.Equal(["FILO:", "\n", "MENA:"], tokenizer.Encode("FILO:\nMENA:").Select(tokenizer.Decode));
        Assert.DoesNotContain("MENA:", tokenizer.Encode("FILO MENA: no").Select(tokenizer.Decode));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Spells_A_Name_That_Nobody_Knows(string kind)
    {
        var tokenizer = Learn(kind);

        var tokens = tokenizer.Encode("ANI: no");

        Assert.Equal("ANI: no", tokenizer.Decode(tokens));
        Assert.DoesNotContain(ITokenizer.UnknownId, tokens);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Takes_What_It_Has_No_Character_For_As_Unknown(string kind)
    {
        var tokenizer = Learn(kind);

        Assert.Contains(ITokenizer.UnknownId, tokenizer.Encode("carta 漢"));
        Assert.Equal(tokenizer.Encode("letter"), tokenizer.EncodePrompt("lëtter"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Keeps_Old_Ids_When_Characters_Are_Added(string kind)
    {
        var tokenizer = Learn(kind);

        var more = tokenizer.Extend(["漢"]);

        Assert.Equal(tokenizer.Encode(Text), more.Encode(Text));
        Assert.Equal(tokenizer.Count, more.Encode("漢")[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_The_Same_When_It_Is_Made_From_Its_Vocabulary(string kind)
    {
        var tokenizer = Learn(kind);

        Assert.Equal(tokenizer.Encode(Text), TokenizerKinds.Create(kind, tokenizer.Vocabulary)!.Encode(Text));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Refuses_A_Vocabulary_With_Empty_Or_Double_Entries(string kind)
    {
        Assert.Throws<ArgumentException>(() => TokenizerKinds.Create(kind, ["a", ""]));
        Assert.Throws<ArgumentException>(() => TokenizerKinds.Create(kind, ["a", "b", "a"]));
    }

    [Fact]
    public void Merges_What_Occurs_Most_And_Never_Across_Words()
    {
        var tokenizer = SubwordTokenizer.Learn(string.Concat(Enumerable.Repeat("la carta la cara\n", 50)), 60, []);

        Assert.Equal(["la", " carta", " la", " cara", "\n"], tokenizer.Encode("la carta la cara\n").Select(tokenizer.Decode));
        Assert.DoesNotContain(tokenizer.Vocabulary, token => token.TrimStart(' ').Contains(' ', StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_To_The_Size_That_Is_Asked_For() => Assert.Equal(70, SubwordTokenizer.Learn(Text + Text + Text, 70, Speakers).Count);

    private static ITokenizer Learn(string kind) => TokenizerKinds.Learn(kind, Text + Text + Text, 200, Speakers);
}
