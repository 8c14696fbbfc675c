using Telenovela.Engine.Decoding;
using Telenovela.Engine.Tokenizers;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Engine;

namespace Telenovela.Tests.Story.Models.Generations;

public sealed class ModelProbeTests
{
    [Theory]
    [InlineData("ANA: La carta.\nTEO: Nunca.\n")]
    [InlineData("zzz")]
    public void Finds_Out_Any_Two_Letters_When_They_Change_Places(string text)
    {
        var probe = ModelProbe.Of(SmallModel.Model, text);
        var vocabulary = SmallModel.Checkpoint.Tokenizer.Vocabulary;

        Assert.True(probe.Fits(SmallModel.Model));
        for (var one = 0; one < vocabulary.Count; one++)
        {
            for (var other = one + 1; other < vocabulary.Count; other++)
            {
                var swapped = vocabulary.ToArray();
                (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                Assert.False(probe.Fits(new LanguageModel(SmallModel.Checkpoint with { Tokenizer = new CharacterTokenizer(swapped) })), $"{swapped[one]} for {swapped[other]}");
            }
        }
    }
}
