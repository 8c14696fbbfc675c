using BenchmarkDotNet.Attributes;
using Telenovela.Benchmarks.Models;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;
using Telenovela.Tests.Engine;
using static TorchSharp.torch;

namespace Telenovela.Benchmarks.Decoding;

/// <summary>A hundred characters from one stream, 2 × 512: torch's module, and the decoder in plain C# on the same weights.</summary>
public class DecodingBenchmarks
{
    private const int Characters = 100;
    private const string Letters = "\n !'(),-.:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz¡¿áéíñóú";

    private TorchModel _module = null!;
    private LanguageModel _model = null!;

    [GlobalSetup]
    public void Prepare()
    {
        set_num_threads(1);
        var tokenizer = CharacterTokenizer.Learn(Letters);
        var shape = new ModelShape(tokenizer.Count, 64, 512, 2);
        var weights = SmallModels.RandomWeights(shape, seed: 1);
        _module = new TorchModel(shape, weights);
        _model = new LanguageModel(new Checkpoint { Shape = shape, Tokenizer = tokenizer, Weights = weights });
    }

    [Benchmark(Baseline = true)]
    public float Torch()
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var state = new (Tensor, Tensor)?[2];
        float last = 0;
        for (var at = 0; at < Characters; at++)
        {
            using var step = NewDisposeScope();
            last = _module.Read([1 + (at % 60)], streams: 1, state)[0, 1].item<float>();
        }

        return last;
    }

    [Benchmark]
    public float PlainCSharp()
    {
        var decoder = new LstmDecoder(_model);
        float last = 0;
        for (var at = 0; at < Characters; at++)
        {
            decoder.Read(1 + (at % 60));
            last = decoder.Predict()[1];
        }

        return last;
    }

    [GlobalCleanup]
    public void CleanUp() => _module.Dispose();
}
