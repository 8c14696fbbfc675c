using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Training;

namespace Telenovela.Tests.Corpus.Training;

public sealed class TrainingTextTests
{
    private const string Script = """
        Title: El “Último” Beso
        Season: 1
        Episode: 1

        INT. LOBBY - DAY

        [[arc: lost-love]]

        = Not learned.

        Rain on the tin roof

        @Doña Inés
        (softly)
        You came… — at last (laughs) no?

        (knock on door)

        @?
        ¿Who’s there?

        CUT TO:

        EXT. NOWHERE - NIGHT

        EXT. PORT - NIGHT

        Teo (drunk) falls. (Twice.)

        ~La la
        """;

    [Fact]
    public void Renders_Scenes_As_The_Model_Learns_Them_When_Given_An_Episode()
    {
        var text = TrainingText.Render("El “Último” Beso", Reading.Read(Script, "x.fountain").Episode);

        Assert.Equal(
            "== El \"Último\" Beso ==\n(Rain on the tin roof.)\nDOÑA INÉS: (softly) You came... -- at last (laughs) no?\n(Knock on door.)\n- ¿Who's there?\n\n" +
            "== El \"Último\" Beso ==\n(Teo, drunk, falls. Twice.)\n(La la.)\n",
            text);
    }

    [Fact]
    public void Gives_Episodes_And_Fingerprints_When_Given_A_Dataset()
    {
        using var folder = new TemporaryFolder();
        folder.Write("english/a/s01e02.fountain", "ANA\nTwo.");
        folder.Write("english/a/s01e01.fountain", "ANA\nOne.");
        folder.Write("english/a/s01e03.fountain", "INT. EMPTY - DAY");
        var corpus = CorpusFolder.Load(folder.Path, TestContext.Current.CancellationToken);

        var episodes = TrainingText.Of(corpus);

        Assert.Equal(
            [new TrainingEpisode("a", "A", "english", new EpisodeFile(1, 1), "== A ==\nANA: One.\n"), new TrainingEpisode("a", "A", "english", new EpisodeFile(1, 2), "== A ==\nANA: Two.\n")],
            episodes);
        Assert.Equal("== A ==\nANA: One.\n\n== A ==\nANA: Two.\n", TrainingText.Join(episodes));
        Assert.Equal(["english/a/s01e01.fountain", "english/a/s01e02.fountain", "english/a/s01e03.fountain"], TrainingText.Fingerprint(corpus).Select(file => file.Path));
        Assert.All(TrainingText.Fingerprint(corpus), file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
    }

    [Theory]
    [InlineData("Rain", "(Rain.)")]
    [InlineData("Does it rain?", "(Does it rain?)")]
    [InlineData("the radio: \"Beep.\"", "(The radio: \"Beep.\")")]
    public void Ends_A_Direction_Once_When_It_Has_An_End(string direction, string line) =>
        Assert.Equal(line, TrainingText.Render(new StageDirection(direction)));

    [Theory]
    [InlineData("‘a’ “b” «c»", "'a' \"b\" \"c\"")]
    [InlineData("1990–95 – no—yes…", "1990-95 -- no--yes...")]
    [InlineData("a\u00a0b\u202fc", "a b c")]
    [InlineData("n\u0303 ¿qué? ¡sí!", "ñ ¿qué? ¡sí!")]
    public void Leaves_Few_Characters_When_Typography_Is_Rich(string rich, string plain) => Assert.Equal(plain, Typography.Plain(rich));
}
