using Telenovela.Engine.Decoding;
using Telenovela.Engine.Model;
using static TorchSharp.torch;

namespace Telenovela.Tests.Engine.Decoding;

public sealed class LstmDecoderTests
{
    [Fact]
    public void Predicts_What_Torch_Predicts_When_Given_The_Same_Weights()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var module = new CharacterLstm(SmallModel.Trained.Shape, dropout: 0.4);
        module.SetWeights(SmallModel.Trained.Weights);
        module.eval();
        var ids = SmallModel.Trained.Tokenizer.Encode(SmallModel.Text[..200]);
        var (logits, _) = module.Read(tensor(ids.Select(id => (long)id).ToArray()).unsqueeze(0), module.NewState(1));
        var expected = logits.contiguous().data<float>().ToArray();

        var decoder = new LstmDecoder(SmallModel.Model);
        var vocabulary = SmallModel.Model.Shape.Vocabulary;
        for (var at = 0; at < ids.Length; at++)
        {
            decoder.Read(ids[at]);
            var predicted = decoder.Predict();
            for (var token = 0; token < vocabulary; token++)
            {
                Assert.Equal(expected[(at * vocabulary) + token], predicted[token], 1e-3);
            }
        }
    }

    [Fact]
    public void Copies_Of_A_Module_Agree_When_Its_Weights_Travel()
    {
        using var scope = NewDisposeScope();
        using var module = new CharacterLstm(SmallModel.Trained.Shape, dropout: 0);
        module.SetWeights(SmallModel.Trained.Weights);

        var copied = module.CopyWeights();

        Assert.Equal(SmallModel.Trained.Shape.Tensors.Keys.Order(), copied.Keys.Order());
        Assert.All(copied, tensor => Assert.Equal(SmallModel.Trained.Weights[tensor.Key], tensor.Value));
    }
}
