using Telenovela.Corpus.Speech;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class TaggedTextFormatTests
{
    [Theory]
    [InlineData("Marisol: Hello. (laughs) Go away. Teo: No! Look: a bird. MARISOL: Oh.", "Marisol: Hello. (laughs) Go away.|Teo: No! Look: a bird.|Marisol: Oh.")]
    [InlineData("JANE: Hi.\nBOB (V.O.): It's 8:30.\nNote: the end.\nDoña Inés: Ya.", "JANE: Hi.|BOB: (V.O.) It's 8:30. Note: the end.|Doña Inés: Ya.")]
    [InlineData("ANA:\nI went\nthere.\n\nBETO: And?\n\nHe leaves.\n\n[thunder]\n\nANA: Ay.", "ANA: I went there.|BETO: And?|[Action] He leaves.|[Sound] thunder|ANA: Ay.")]
    [InlineData("ANA (CONT'D): Uno.\nTEO (SIGUE): Dos.\nANA (ríe): Tres.", "ANA: Uno.|TEO: Dos.|ANA: (ríe) Tres.")]
    [InlineData("Ana: One. Dr. Paz: Two. Man #2: Three. Okay, ground rules: None.", "Ana: One.|Dr. Paz: Two.|Man #2: Three. Okay, ground rules: None.")]
    public void Gives_Speeches_To_Their_Speakers_When_Tags_Are_Frequent(string text, string shown) =>
        Assert.Equal(shown.Split('|'), Reading.Read(text, "x.txt").Shown());

    [Fact]
    public void Gives_Only_The_First_Sentence_To_A_Speaker_When_Tags_Are_Rare()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"Sentence number {i} is said by someone."));

        var result = Reading.Read($"Woman: Really, Mom? Shh. (door closes) Go home. (sighs) Fine. {filler}", "x.txt");

        Assert.Equal(["Woman: Really, Mom?", "-: Shh.", "[Sound] door closes", "-: Go home.", "-: (sighs) Fine.", "-: Sentence number 0 is said by someone."], result.Shown().Take(6));
        Assert.Equal(65, result.Elements().Count);
    }

    [Theory]
    [InlineData("ANA: Hola.\nSe sienta.\nLUIS: Ya.\nSale.\nANA: Ay.", "ANA: Hola. Se sienta.|LUIS: Ya. Sale.|ANA: Ay.", 2)]
    [InlineData(
        "ANA: Hola,\nmi amor.\n(ríe)\nLUIS: Ya.\n\nSe sienta.\n\nANA: Ay.",
        "ANA: Hola, mi amor. (ríe)|LUIS: Ya.|[Action] Se sienta.|ANA: Ay.", null)]
    public void Says_Where_A_Line_Names_No_Speaker_When_It_Goes_To_The_Speech_Before(string text, string shown, int? line)
    {
        var result = Reading.Read(text, "x.txt");

        Assert.Equal(shown.Split('|'), result.Shown());
        Assert.Equal(line is null ? [] : [line.Value], result.Skips.Select(skip => skip.Line));
        Assert.All(result.Skips, skip => Assert.StartsWith(
            "From here on, 2 lines without a speaker went to the speech before.", skip.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Begins_Scenes_When_The_Text_Has_Headings()
    {
        var result = Reading.Read("INT. KITCHEN - DAY\nANA: Hi.\nEXT. STREET - NIGHT\nANA: Bye.", "x.txt");

        Assert.Equal(["INT. KITCHEN - DAY", "EXT. STREET - NIGHT"], result.Episode.Scenes.Select(scene => scene.Heading));
    }

    [Fact]
    public void Finds_One_Tag_When_A_Parenthesis_Reaches_Across_It() =>
        Assert.Equal(["Ana"], SpeakerTags.Find("a (x. Ana: y): z").Select(tag => tag.Name));

    [Fact]
    public void Says_So_When_There_Is_Nothing_To_Read() =>
        Assert.Equal("Nothing in it can be read as a script.", Assert.Single(Reading.Read("\n \n", "x.txt").Skips).Reason);
}
