using System.Globalization;
using System.Resources;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Playground.Texts;

namespace Telenovela.Tests.Bot.Resources;

public sealed class ResourceTests
{
    [Theory]
    [InlineData(typeof(BotText))]
    [InlineData(typeof(ContributeText))]
    [InlineData(typeof(ReviewText))]
    [InlineData(typeof(RetrainText))]
    [InlineData(typeof(PlaygroundText))]
    public void Says_Everything_In_Spanish_Too_When_It_Is_Said_In_English(Type texts)
    {
        var english = Entries(texts, "");
        var spanish = Entries(texts, "es");

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), spanish.Keys.Order());
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(spanish[text.Key])));
    }

    [Fact]
    public void Has_Words_For_Whatever_The_Gate_Looks_At() =>
        Assert.All(Enum.GetValues<GateRule>(), rule => Assert.Contains($"Gate_{rule}", Entries(typeof(RetrainText), "")));

    private static Dictionary<string, string> Entries(Type texts, string culture)
    {
        var set = new ResourceManager(texts).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<char> Places(string text) => text.Where((letter, at) => at > 0 && text[at - 1] == '{').Distinct().Order();
}
