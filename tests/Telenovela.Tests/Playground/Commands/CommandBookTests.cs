using Telenovela.Playground.Commands;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Wire;

namespace Telenovela.Tests.Playground.Commands;

public sealed class CommandBookTests
{
    private readonly CommandBook _book = new(new FakeCatalog());

    [Theory]
    [InlineData("", "en-US", "telenovela generate")]
    [InlineData("ab", "en-US", "telenovela about")]
    [InlineData("telenovela c", "en-US", "telenovela cast")]
    [InlineData("GUIÓN", "es-419", "telenovela script")]
    [InlineData("generate", "es-ES", null)]
    [InlineData("sea", "en-US", "telenovela season begin")]
    [InlineData("telenovela season e", "en-US", "telenovela season end")]
    [InlineData("telenovela temporada ac", "es-419", "telenovela season end")]
    public void Puts_The_Likeliest_Command_First_When_Somebody_Types(string typed, string locale, string? path) =>
        Assert.Equal(path, _book.Search(typed, Actor(locale, moderator: false)).Select(command => command.Path).FirstOrDefault());

    [Fact]
    public void Hides_A_Command_When_The_Person_Lacks_Its_Permissions()
    {
        Assert.DoesNotContain(_book.Search("", Actor("en-US", moderator: false)), command => command.Path == "review");
        Assert.Contains(_book.Search("", Actor("en-US", moderator: true)), command => command.Path == "review");
    }

    private static PlaygroundActor Actor(string locale, bool moderator) => new(
        PlaygroundPeople.All.First(person => person.IsModerator == moderator), PlaygroundLocale.All.Single(language => language.Tag == locale));
}
