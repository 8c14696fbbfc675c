using Telenovela.Corpus.Speech;

namespace Telenovela.Tests.Corpus.Speech;

public sealed class SentenceCaseTests
{
    [Theory]
    [InlineData("WELL, I'M SURE I'LL GO. WILL YOU?", "Well, I'm sure I'll go. Will you?")]
    [InlineData("HELLO, MR. MEADE. DR. PAZ IS HERE.", "Hello, Mr. Meade. Dr. Paz is here.")]
    [InlineData("I LIKE NEW YORK, NOT NEW SHOES.", "I like New York, not new shoes.")]
    [InlineData("MY RéSUMé. VOILà!", "My résumé. Voilà!")]
    [InlineData("WE SELL HerbaLux ON TV AT 10:00 A.M.", "We sell HerbaLux on TV at 10:00 A.M.")]
    [InlineData("(sighs) 'CAUSE I-I... B-BETTY, WAIT.", "(sighs) 'Cause I-I... B-Betty, wait.")]
    [InlineData("HE SAID, \"SHE'S THE ONE.\"", "He said, \"She's the one.\"")]
    [InlineData("UM... I THINK--NO! (laughs) STOP.", "Um... I think--no! (laughs) Stop.")]
    [InlineData("SAINT-TROPEZ, SAN JUAN. THE McDONALD HOUSE", "Saint-Tropez, San Juan. The McDONALD house")]
    [InlineData("Hold on, NOW.", "Hold on, now.")]
    [InlineData("GRACE SAYS GRACE.", "Grace says grace.")]
    public void Gives_Ordinary_Case_Back_When_Text_Is_In_Capitals(string capitals, string restored) =>
        Assert.Equal(restored, Restore(capitals, spanish: false));

    [Theory]
    [InlineData("¿DÓNDE ESTÁS, MARÍA? ¡AY, QUÉ DOLORES!", "¿Dónde estás, María? ¡Ay, qué dolores!")]
    [InlineData("TÚ Y YO, O NADIE.", "Tú y yo, o nadie.")]
    public void Gives_Ordinary_Case_Back_When_Text_Is_Spanish(string capitals, string restored) =>
        Assert.Equal(restored, Restore(capitals, spanish: true));

    [Theory]
    [InlineData("Zulay", "I LOVE ZULAY.", "I love Zulay.")]
    [InlineData("young man", "A YOUNG MAN.", "A young man.")]
    public void Keeps_A_Name_When_It_Speaks(string speaker, string capitals, string restored)
    {
        var evidence = new NameEvidence();
        evidence.AddSpeaker(speaker);
        evidence.Add(capitals);

        Assert.Equal(restored, new SentenceCase(evidence, spanish: false).Restore(capitals));
    }

    private static string Restore(string capitals, bool spanish)
    {
        var evidence = new NameEvidence();
        evidence.Add(capitals);
        return new SentenceCase(evidence, spanish).Restore(capitals);
    }
}
