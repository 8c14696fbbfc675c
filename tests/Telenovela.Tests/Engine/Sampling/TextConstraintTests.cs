using Telenovela.Engine.Sampling;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Tests.Engine.Sampling;

public sealed class TextConstraintTests
{
    private static readonly string[] Starts = ["(", "ANA: ", "ANA MARÍA: ", "LUZ: "];

    [Theory]
    [InlineData("", "ANA: ", true)]
    [InlineData("", "ANA", true)]
    [InlineData("", "ANA: ¿Qué", true)]
    [InlineData("", "Ana", false)]
    [InlineData("", "(", false)]
    [InlineData("", "\n", false)]
    [InlineData("ANA", " MARÍA:", true)]
    [InlineData("ANA", " LUISA", false)]
    [InlineData("ANA: ", "\n", false)]
    [InlineData("ANA: No.", "\n", true)]
    [InlineData("ANA: No.\n", "\n", true)]
    [InlineData("ANA: No.\n\n", "\n", false)]
    [InlineData("ANA: No.\nLUZ: Sí.\n", "(", true)]
    [InlineData("ANA: No.\n(Llora.)\nLUZ: Sí.\n", "(", false)]
    [InlineData("(Llora.)\nANA: No.\nLUZ: Sí.\n", "(", true)]
    [InlineData("ANA: No.\n", "ANA: ", false)]
    [InlineData("ANA: No.\n", "LUZ: ", true)]
    [InlineData("ANA: No.\n", "ANA MARÍA: ", true)]
    [InlineData("Un prompt cualquiera", " sigue", true)]
    public void Holds_Lines_To_Their_Beginnings(string before, string token, bool allowed) =>
        Assert.Equal(
            allowed,
            new LineBeginnings(Starts).Allows(new TextSoFar(before), token)
                && new TurnTaking(Starts, "(").Allows(new TextSoFar(before), token));

    [Fact]
    public void Writes_On_When_Only_One_May_Speak()
    {
        var text = TextSampler.Sample(
            SmallModel.Model,
            new SamplingRequest { Context = "\n", Length = 400, Seed = 7, LineStarts = ["(", "LUZ: "], AsideStart = "(", Banned = ["="] },
            CancellationToken.None);

        Assert.All(
            text.Split('\n')[..^1],
            line => Assert.True(line.Length == 0 || line.StartsWith("LUZ: ", StringComparison.Ordinal) || line.StartsWith('('), line));
        Assert.Contains("LUZ: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("la cara de ", "la", true)]
    [InlineData("la cara de la cara de ", "la", true)]
    [InlineData("la cara de la cara de la cara de ", "la", false)]
    [InlineData("la cara de la cara de la cara de", " la", false)]
    [InlineData("la cara de la cara de la cara de", " l", false)]
    [InlineData("la cara de la cara de la cara de", " otra", true)]
    [InlineData("la cara de la cara de la cara", " de", false)]
    [InlineData("la cara de la cara de la cara de l", "a", true)]
    public void Begins_No_Phrase_A_Third_Time(string before, string token, bool allowed) =>
        Assert.Equal(allowed, new NoThirdTime().Allows(new TextSoFar(before), token));

    [Theory]
    [InlineData("", "The le", true)]
    [InlineData("", "The lx", false)]
    [InlineData("the", "n ", false)]
    [InlineData("the", " letter.", true)]
    [InlineData("don", "'t", true)]
    [InlineData("don", " go", false)]
    [InlineData("'the letter", "' ", true)]
    public void Writes_Words_Of_The_Lexicon_Only(string written, string token, bool allowed)
    {
        var text = new TextSoFar("prom");
        text.Append(" " + written);

        Assert.Equal(allowed, new KnownWords(new Lexicon(["the", "letter", "don't", "go"])).Allows(text, token));
    }

    [Fact]
    public void Lets_The_Prompts_Word_Go_On_As_It_Likes()
    {
        var words = new KnownWords(new Lexicon(["the"]));

        Assert.True(words.Allows(new TextSoFar("Xyz"), "zy"));
        Assert.True(words.Allows(new TextSoFar("Xyz"), "zy the "));
        Assert.False(words.Allows(new TextSoFar("Xyz"), "zy thx "));
    }

    [Theory]
    [InlineData("this is ba", "d word", false)]
    [InlineData("this is ", "Bad", false)]
    [InlineData("this is ", "ba", true)]
    public void Writes_Nothing_Banned_When_It_Takes_Several_Tokens(string written, string token, bool allowed)
    {
        var text = new TextSoFar("");
        text.Append(written);

        Assert.Equal(allowed, new NotBanned(["bad"]).Allows(text, token));
    }

    [Theory]
    [InlineData("I", " am an ass", true)]
    [InlineData("I am an ass", "istant", true)]
    [InlineData("I am an ass", " now", false)]
    [InlineData("I am an ass", ".", false)]
    [InlineData("I am an a", "ss.", false)]
    [InlineData("I am an ", "ass of a ", false)]
    [InlineData("In this cl", "ass ", true)]
    [InlineData("I am a clo", "d", false)]
    [InlineData("This is the end of the ", "ass", false)]
    public void Writes_No_Word_That_Is_Refused_But_Longer_Ones(string written, string token, bool allowed)
    {
        var text = new TextSoFar("");
        text.Append(written);

        // Nothing goes on like "clod", and the last text is as long as it may be.
        Assert.Equal(allowed, new NoRefusedWord(EndsInAss, new Lexicon(["assistant", "clod"]), 26).Allows(text, token));
    }

    [Theory]
    [InlineData("You ass", 0, " and", true)]
    [InlineData("You ass", 0, " and ass ", false)]
    [InlineData("You a", 0, "ss ", false)]
    [InlineData("You", 4, " ass ", true)]
    [InlineData("You", 2, " ass ", false)]
    public void Leaves_The_Prompts_Own_Word_Alone(string prompt, int takenBack, string token, bool allowed) =>
        Assert.Equal(allowed, new NoRefusedWord(EndsInAss, null, 100).Allows(new TextSoFar(prompt, takenBack), token));

    private static bool EndsInAss(string text) => text.Split(' ')[^1] is "ass" or "clod";

    [Theory]
    [InlineData("He came. She we", 100, "He came.")]
    [InlineData("He came. She went", 5, "He")]
    [InlineData("ANA: He came.\nLUZ:", 100, "ANA: He came.")]
    [InlineData("ANA: \"He came.\" She", 100, "ANA: \"He came.\"")]
    [InlineData("no end here at a", 100, "no end here at")]
    public void Cuts_A_Text_At_Its_Last_Sentence(string text, int most, string expected) =>
        Assert.Equal(expected, TextEnd.Cut(text, most, Starts));
}
