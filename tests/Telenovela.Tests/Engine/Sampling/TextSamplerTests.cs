using System.Text;
using Telenovela.Engine.Sampling;

namespace Telenovela.Tests.Engine.Sampling;

public sealed class TextSamplerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(777)]
    public void Writes_As_Many_Characters_As_Asked(int length) =>
        Assert.Equal(length, Sample(new SamplingRequest { Length = length, Seed = 7 }).Length);

    [Fact]
    public void Writes_The_Same_When_The_Seed_Is_The_Same()
    {
        var request = new SamplingRequest { Length = 200, Seed = 7, Settings = new SamplingSettings { Temperature = 1 } };

        Assert.Equal(Sample(request), Sample(request));
        Assert.NotEqual(Sample(request), Sample(request with { Seed = 8 }));
    }

    [Fact]
    public void Writes_The_Same_When_Several_Write_At_Once()
    {
        var request = new SamplingRequest { Length = 200, Seed = 7 };
        var expected = Sample(request);

        var texts = new string[8];
        Parallel.For(0, texts.Length, at => texts[at] = Sample(request));

        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Begins_Lines_With_Nothing_Else_When_Their_Beginnings_Are_Given(double temperature)
    {
        // The model has learned two speakers; only one of them may speak, however likely the other is.
        var text = Sample(new SamplingRequest
        {
            Context = "\n",
            Length = 2000,
            Seed = 7,
            Settings = new SamplingSettings { Temperature = temperature },
            LineStarts = ["LUZ: ", "ÑUÑO: "],
        });

        var lines = text.Split('\n')[..^1];
        Assert.True(lines.Length > 20);
        Assert.All(lines, line => Assert.True(line.Length == 0 || line.StartsWith("LUZ: ", StringComparison.Ordinal), line));
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_Freely_When_No_Beginning_Can_Be_Written() =>
        Assert.Equal(Sample(new SamplingRequest { Length = 100, Seed = 7 }), Sample(new SamplingRequest { Length = 100, Seed = 7, LineStarts = ["ÑUÑO: ", ""] }));

    [Fact]
    public void Lets_A_Line_Go_On_When_The_Prompt_Has_Begun_It_Otherwise()
    {
        var lines = Sample(new SamplingRequest
        {
            Prompt = "ANA: ¿Dónde está la c",
            Length = 90,
            Seed = 7,
            Settings = new SamplingSettings { Temperature = 0 },
            LineStarts = ["LUZ: "],
        }).Split('\n');

        Assert.Equal("arta?", lines[0]);
        Assert.All(lines[1..^1], line => Assert.StartsWith("LUZ: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Honours_The_Prompt_When_It_Names_A_Line()
    {
        var text = Sample(
            new SamplingRequest { Prompt = "ANA: ¿Dónde está la c", Length = 5, Settings = new SamplingSettings { Temperature = 0 } });

        Assert.Equal("arta?", text);
    }

    [Fact]
    public void Writes_Something_When_The_Prompt_Is_Wholly_Foreign() =>
        Assert.Equal(50, Sample(new SamplingRequest { Prompt = "漢字 🎭", Length = 50 }).Length);

    [Fact]
    public void Always_Takes_The_Likeliest_When_The_Temperature_Is_Zero() =>
        Assert.Equal(
            Sample(new SamplingRequest { Settings = new SamplingSettings { Temperature = 0 }, Seed = 1 }),
            Sample(new SamplingRequest { Settings = new SamplingSettings { Temperature = 0 }, Seed = 2 }));

    [Fact]
    public void Never_Writes_A_Character_That_Is_Banned() =>
        Assert.DoesNotContain(Sample(new SamplingRequest { Length = 500, Banned = ["A", "\n"] }), letter => letter is 'A' or '\n');

    [Theory]
    [InlineData(TextEnding.Exact)]
    [InlineData(TextEnding.Sentence)]
    public void Never_Writes_A_Word_That_Is_Refused(TextEnding ending)
    {
        for (var length = 40; length < 100; length++)
        {
            const string Prompt = "ANA: ¿Dónde está la c";
            var text = Prompt + Sample(new SamplingRequest
            {
                Prompt = Prompt,
                Length = length,
                Seed = length,
                Ending = ending,
                Refuses = text => text.Split([' ', '\n', '¿', '¡', ':', '('])[^1] is "carta" or "quemé" or "tengo",
            });
            Assert.DoesNotMatch(@"\b(quemé|tengo|carta)\b", text);
        }
    }

    [Fact]
    public void Always_Takes_The_Likeliest_When_Nothing_Less_Likely_Is_Let_Through() =>
        Assert.Equal(
            Sample(new SamplingRequest { Settings = new SamplingSettings { Temperature = 0 } }),
            Sample(new SamplingRequest { Settings = new SamplingSettings { Temperature = 5, MinP = 1 }, Seed = 2 }));

    [Fact]
    public void Stays_Nearer_To_The_Text_When_The_Tail_Is_Left_Out()
    {
        Assert.True(Known(0.2) > Known(0) + 0.1, $"{Known(0.2)} of the words are known with min-p, {Known(0)} without");

        static double Known(double minP)
        {
            var settings = new SamplingSettings { Temperature = 1.5, MinP = minP };
            var words = Sample(new SamplingRequest { Length = 4000, Settings = settings, Seed = 3 }).Split([' ', '\n']);
            var known = SmallModel.Text.Split([' ', '\n']).ToHashSet();
            return words.Count(known.Contains) / (double)words.Length;
        }
    }

    [Fact]
    public void Stops_When_Cancelled() => Assert.Throws<OperationCanceledException>(() =>
        TextSampler.Sample(SmallModel.Model, new SamplingRequest { Length = 1_000_000 }, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Refuses_When_The_Temperature_Is_Senseless(double temperature) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sample(new SamplingRequest { Settings = new SamplingSettings { Temperature = temperature } }));

    [Theory]
    [InlineData(TextEnding.Exact)]
    [InlineData(TextEnding.Sentence)]
    public void Gives_Only_What_Stays_While_It_Writes(TextEnding ending)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var given = new StringBuilder();
            var text = TextSampler.Sample(
                SmallModel.Model,
                new SamplingRequest { Prompt = "ANA: ¿Dón", Length = 60, Ending = ending, Seed = seed },
                CancellationToken.None,
                piece => given.Append(piece));

            Assert.StartsWith(given.ToString(), text, StringComparison.Ordinal);
            Assert.NotEqual(0, given.Length);
        }
    }

    private static string Sample(SamplingRequest request) => TextSampler.Sample(SmallModel.Model, request, CancellationToken.None);
}
