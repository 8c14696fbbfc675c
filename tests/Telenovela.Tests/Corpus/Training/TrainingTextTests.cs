using Telenovela.Corpus.Dataset;
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
            "== El \"Último\" Beso | lost-love ==\n(Rain on the tin roof)\nDOÑA INÉS: (softly) You came... -- at last (laughs) no?\n" +
            "(knock on door)\n¿Who's there?\n\n" +
            "== El \"Último\" Beso ==\n(Teo (drunk) falls. (Twice.))\n(La la)\n\n",
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

        Assert.Equal(["== A ==\nANA: One.\n\n", "== A ==\nANA: Two.\n\n"], episodes.Select(episode => episode.Text));
        Assert.Equal(["a/s01e01", "a/s01e02"], episodes.Select(episode => episode.Name));
        Assert.All(episodes, episode => Assert.Matches("^[0-9a-f]{64}$", episode.Sha256));
    }

    [Fact]
    public void Begins_Each_Scene_With_Marks_That_Nothing_Else_Is_Made_Of()
    {
        var text = TrainingText.Render("High Tide", Reading.Read(Script, "x.fountain").Episode);

        Assert.StartsWith(TrainingText.Header("High Tide", ["lost-love"]) + "\n", text, StringComparison.Ordinal);
        Assert.Equal(
            ["== High Tide | lost-love ==", "== High Tide =="],
            text.Split('\n').Where(line => line.Contains(TrainingText.HeaderMark, StringComparison.Ordinal)));
    }

    [Fact]
    public void Cuts_A_Work_At_Empty_Lines_When_Pieces_Are_Long_Enough()
    {
        var pieces = TrainingText.Pieces("A play", "A: 1\nB: 2\n\nA: 3\n\nB: 4\nA: 5\nB: 6\nA: 7\nB: 8", lines: 2);

        Assert.Equal(
            ["== A play ==\nA: 1\nB: 2\n\n", "== A play ==\nA: 3\n\nB: 4\nA: 5\n\n", "== A play ==\nB: 6\nA: 7\nB: 8\n\n"], pieces);
    }

    [Theory]
    [InlineData("‘a’ “b” «c»", "'a' \"b\" \"c\"")]
    [InlineData("1990–95 – no—yes…", "1990-95 -- no--yes...")]
    [InlineData("a\u00a0b\u202fc", "a b c")]
    [InlineData("n\u0303 ¿qué? ¡sí!", "ñ ¿qué? ¡sí!")]
    public void Leaves_Few_Characters_When_Typography_Is_Rich(string rich, string plain) => Assert.Equal(plain, Typography.Plain(rich));
}
