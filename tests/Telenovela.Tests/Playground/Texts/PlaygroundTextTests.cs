using System.Globalization;
using System.Text.RegularExpressions;
using Telenovela.Playground.Texts;

namespace Telenovela.Tests.Playground.Texts;

public sealed partial class PlaygroundTextTests
{
    [Fact]
    public void Has_Every_Entry_With_The_Same_Places_When_The_Page_Speaks_Spanish()
    {
        var english = PlaygroundText.All(CultureInfo.InvariantCulture);
        var spanish = PlaygroundText.All(CultureInfo.GetCultureInfo("es"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), spanish.Keys.Order());
        Assert.All(english, entry => Assert.Equal(Places(entry.Value), Places(spanish[entry.Key])));
    }

    [Theory]
    [InlineData("en-US", "It must lie between 0 and 1.5.")]
    [InlineData("es-419", "Tiene que estar entre 0 y 1.5.")]
    [InlineData("es-ES", "Tiene que estar entre 0 y 1,5.")]
    public void Speaks_The_Persons_Language_When_Something_Is_Wrong(string tag, string words) => Assert.Equal(
        words, new PlaygroundProblem("ProblemBoundsBetween", 0, 1.5).In(PlaygroundLocale.All.Single(locale => locale.Tag == tag)));

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{[0-9]")]
    private static partial Regex Place();
}
