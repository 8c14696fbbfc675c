using BenchmarkDotNet.Attributes;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Model;
using Telenovela.Engine.Text;
using static TorchSharp.torch;

namespace Telenovela.Benchmarks.Decoding;

/// <summary>A hundred characters from one stream, 2 × 512: torch's module, and the decoder in plain C# on the same weights.</summary>
public class DecodingBenchmarks
{
    private const int Characters = 100;
    private const string Letters = "\n !'(),-.:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz¡¿áéíñóú";

    private CharacterLstm _module = null!;
    private LanguageModel _model = null!;

    [GlobalSetup]
    public void Prepare()
    {
        set_num_threads(1);
        var tokenizer = CharacterTokenizer.FromText(Letters);
        var shape = new ModelShape(tokenizer.Count, 64, 512, 2);
        _module = new CharacterLstm(shape, dropout: 0);
        _module.eval();
        _model = new LanguageModel(new Checkpoint { Shape = shape, Tokenizer = tokenizer, Weights = _module.CopyWeights() });
    }

    [Benchmark(Baseline = true)]
    public float Torch()
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var state = _module.NewState(1);
        float last = 0;
        for (var at = 0; at < Characters; at++)
        {
            using var step = NewDisposeScope();
            var (logits, next) = _module.Read(tensor(new long[] { 1 + (at % 60) }).unsqueeze(0), state);
            last = logits[0, 0, 1].item<float>();
            state = next.Detach();
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
