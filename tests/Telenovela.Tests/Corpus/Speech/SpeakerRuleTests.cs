using Telenovela.Corpus.Speech;

namespace Telenovela.Tests.Corpus.Speech;

public sealed class SpeakerRuleTests
{
    [Theory]
    [InlineData("boy", "Boy")]
    [InlineData("young man", "Young man")]
    [InlineData("woman #2", "Woman #2")]
    [InlineData("man on radio", "Man on radio")]
    [InlineData("both", "Both")]
    [InlineData("Daniel", "Daniel")]
    [InlineData("Fey Sommers", "Fey Sommers")]
    [InlineData("Quispe", "Quispe")]
    [InlineData("señora mayor", "Señora mayor")]
    [InlineData("Daniel and Betty", "Daniel and Betty")]
    [InlineData("MARISOL TORRES", "MARISOL TORRES")]
    public void Finds_A_Speaker_When_Words_Name_A_Person(string words, string name) =>
        Assert.Equal(new Parenthetical(ParentheticalKind.Speaker, name, null), Rule().Classify(words));

    [Theory]
    [InlineData("sighs")]
    [InlineData("crying")]
    [InlineData("Laughing")]
    [InlineData("clears throat")]
    [InlineData("slowly")]
    [InlineData("in Spanish")]
    [InlineData("Speaking Spanish")]
    [InlineData("gasps, laughs")]
    [InlineData("voice breaking")]
    [InlineData("rolls eyes")]
    [InlineData("SIGHS")]
    [InlineData("susurrando")]
    public void Finds_A_Cue_When_Words_Say_How_Someone_Speaks(string words) =>
        Assert.Equal(new Parenthetical(ParentheticalKind.Delivery, null, words), Rule().Classify(words));

    [Theory]
    [InlineData("knock on door")]
    [InlineData("Tapping on glass")]
    [InlineData("phone chimes")]
    [InlineData("Gina laughs")]
    [InlineData("women laughing")]
    [InlineData("officers exclaim, murmur")]
    [InlineData("Laughter")]
    [InlineData("ring")]
    [InlineData("DOOR OPENS")]
    [InlineData("woman speaking indistinctly")]
    [InlineData("aplausos")]
    public void Finds_A_Sound_When_Words_Say_What_Is_Heard(string words) =>
        Assert.Equal(new Parenthetical(ParentheticalKind.Sound, null, words), Rule().Classify(words));

    [Fact]
    public void Finds_A_Speaker_And_A_Cue_When_Both_Stand_Together() =>
        Assert.Equal(new Parenthetical(ParentheticalKind.Speaker, "Woman", "on phone"), Rule().Classify("woman, on phone"));

    [Fact]
    public void Finds_A_Speaker_When_An_Unknown_Word_In_Capitals_Recurs_Before_Speech()
    {
        var rule = Rule();
        Assert.NotEqual(ParentheticalKind.Speaker, rule.Classify("XOCHITL").Kind);

        rule.SeeParenthetical("XOCHITL");
        rule.SeeParenthetical("XOCHITL");

        Assert.Equal(ParentheticalKind.Speaker, rule.Classify("XOCHITL").Kind);
    }

    [Theory]
    [InlineData("Woman: Really?", "Woman")]
    [InlineData("He left. Latin lover narrator: Later.", "Latin lover narrator")]
    [InlineData("(door opens) Rafael: Hi.", "Rafael")]
    [InlineData("Dr. Paz: Hi.", "Dr. Paz")]
    [InlineData("Look: a bird.", null)]
    [InlineData("Okay, ground rules: Not now.", null)]
    [InlineData("And so it ends: badly.", null)]
    [InlineData("Two things: this and that.", null)]
    [InlineData("(exhales): Ah...", null)]
    [InlineData("It's 8:30 now.", null)]
    [InlineData("Dear Mom: I left.", null)]
    public void Tells_Tags_From_Other_Words_When_A_Colon_Follows(string text, string? speaker)
    {
        var tags = SpeakerTags.Find(text);
        tags.RemoveAll(tag => !Rule().IsSpeaker(tag, mostLinesTagged: false));

        Assert.Equal(speaker, tags.SingleOrDefault()?.Name);
    }

    private static SpeakerRule Rule()
    {
        var evidence = new NameEvidence();
        evidence.Add("And then he saw the two things that end badly, and remember to look at the rules.");
        return new SpeakerRule(evidence);
    }
}
