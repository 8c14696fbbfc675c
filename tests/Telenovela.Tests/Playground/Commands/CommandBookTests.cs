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
        Assert.Equal(path, _book.Search(typed, Actor(locale, "Member")).Select(command => command.Path).FirstOrDefault());

    [Theory]
    [InlineData("Member")]
    [InlineData("Moderator", "review")]
    [InlineData("Administrator", "review", "manage")]
    public void Hides_A_Command_When_The_Person_Lacks_Its_Permissions(string role, params string[] shown) => Assert.Equal(
        shown,
        _book.Search("", Actor("en-US", role)).Select(command => command.Path)
            .Where(path => !path.StartsWith("telenovela", StringComparison.Ordinal)));

    private static PlaygroundActor Actor(string locale, string role) => new(
        PlaygroundPeople.All.First(person => person.Role == role), PlaygroundLocale.All.Single(language => language.Tag == locale));
}
