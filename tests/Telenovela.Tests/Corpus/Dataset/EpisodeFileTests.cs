using Telenovela.Corpus.Dataset;

namespace Telenovela.Tests.Corpus.Dataset;

public sealed class EpisodeFileTests
{
    [Theory]
    [InlineData("jane_virgin_s01_e01.txt", 1, 1)]
    [InlineData("01_01.xml", 1, 1)]
    [InlineData("Show.S02E03.1080p.srt", 2, 3)]
    [InlineData("show 1x02.vtt", 1, 2)]
    [InlineData("Season 2 Episode 14.srt", 2, 14)]
    [InlineData("la_reina_temporada_3_capitulo_7.srt", 3, 7)]
    [InlineData("folder/s09e01/episode 7.txt", 1, 7)]
    [InlineData("s01e123.fountain", 1, 123)]
    public void Finds_Season_And_Episode_When_The_Name_Has_Them(string name, int season, int number) =>
        Assert.Equal(new EpisodeFile(season, number), EpisodeFile.Guess(name));

    [Theory]
    [InlineData("jane.txt")]
    [InlineData("movie_1080p.srt")]
    [InlineData("2019-09-14.txt")]
    [InlineData("")]
    public void Finds_Nothing_When_The_Name_Has_No_Numbers(string name) => Assert.Null(EpisodeFile.Guess(name));

    [Theory]
    [InlineData("s01e02.fountain", "s01e02")]
    [InlineData("s10e11", "s10e11")]
    [InlineData("S01E02.fountain", null)]
    [InlineData("s1e2.fountain", null)]
    [InlineData("s01e02.txt", null)]
    public void Reads_Only_The_Exact_Form_When_Parsing(string name, string? id) => Assert.Equal(id, EpisodeFile.Parse(name)?.Id);

    [Theory]
    [InlineData("jane_virgin_s01_e01", "jane_virgin")]
    [InlineData("01_01", "")]
    [InlineData("just a name", "just a name")]
    public void Finds_The_Title_When_Numbers_Follow_It(string name, string title) => Assert.Equal(title, EpisodeFile.TitlePart(name));

    [Fact]
    public void Comes_Before_When_Season_Or_Number_Is_Lower()
    {
        Assert.True(new EpisodeFile(1, 9) < new EpisodeFile(1, 10));
        Assert.True(new EpisodeFile(2, 1) > new EpisodeFile(1, 10));
    }

    [Theory]
    [InlineData("El Último Beso", "el_ultimo_beso")]
    [InlineData("Ain't  it -- grand?", "aint_it_grand")]
    [InlineData("漢字", "untitled")]
    [InlineData("../../etc", "etc")]
    public void Makes_A_Safe_Folder_Name_When_Given_A_Title(string title, string name) => Assert.Equal(name, FolderName.Of(title));

    [Theory]
    [InlineData("Spanish", "es", "spanish")]
    [InlineData("es-MX", "es", "spanish")]
    [InlineData("en", "en", "english")]
    [InlineData("tlh", "tlh", "tlh")]
    [InlineData("", "", "unknown")]
    public void Knows_A_Language_When_Named_Or_Tagged(string language, string code, string folder)
    {
        Assert.Equal(code, FolderName.Code(language));
        Assert.Equal(folder, FolderName.OfLanguage(language));
    }
}
