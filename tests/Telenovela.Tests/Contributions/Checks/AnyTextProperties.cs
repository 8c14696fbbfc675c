using CsCheck;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Tests.Bot.Markdown;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class AnyTextProperties
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[0, 12],
        Gen.Int[0, HostileTexts.All.Count - 1].Select(at => HostileTexts.All[at]),
        Gen.OneOf(Gen.Const("VERA: "), Gen.Const("\n"), Gen.Const(" "), Gen.Const("(softly) "), Gen.Const("the tide "), Gen.Const("5512345678"), Gen.Const("el amor "), Gen.Const("Ñ")));

    private static readonly Gen<string> Texts = Words.Array[0, 10].Select(string.Concat);

    [Fact]
    public async Task Gives_A_Result_When_Any_Text_Comes()
    {
        await using var checks = await ChecksUnderTest.OpenAsync(null, ("BurstCharacters", "1000000"));
        await Gen.Select(Texts, Texts, Texts, Gen.Bool).SampleAsync(async (text, character, telenovela, script) =>
        {
            var draft = ChecksUnderTest.Draft("en", telenovela) with { Arc = character, IsScript = script };

            var result = await checks.CheckAsync(draft, text, character);

            Assert.True(script || result.Problems.Count > 0 != result.Lines.Count > 0);
            Assert.All(result.Problems.Concat(result.Hints), issue => Assert.NotEmpty(checks.Text.Say(issue)));
            foreach (var line in result.Lines)
            {
                Assert.InRange(new System.Globalization.StringInfo(line.Text).LengthInTextElements, 2, 500);
                Assert.DoesNotContain(LiveText.In(line.Text), live => live.StartsWith("U+", StringComparison.Ordinal) && live != "U+200D");
                Assert.Matches("^[a-z0-9_]{1,60}$", line.Telenovela);
            }
        }, iter: 300, threads: 1);
    }
}
