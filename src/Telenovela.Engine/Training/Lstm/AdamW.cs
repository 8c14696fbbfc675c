using System.Numerics;

namespace Telenovela.Engine.Training.Lstm;

/// <summary>Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019). Biases don't decay.</summary>
internal sealed class AdamW
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.99f;
    private const float Epsilon = 1e-8f;

    private readonly IReadOnlyCollection<Parameter> _parameters;
    private readonly float _decay;
    private readonly Workers _workers;

    public AdamW(IReadOnlyCollection<Parameter> parameters, double weightDecay, Workers workers)
    {
        _parameters = parameters;
        _decay = (float)weightDecay;
        _workers = workers;
        Means = parameters.ToDictionary(parameter => parameter.Name, parameter => new float[parameter.Values.Length]);
        Squares = parameters.ToDictionary(parameter => parameter.Name, parameter => new float[parameter.Values.Length]);
    }

    /// <summary>Updates done.</summary>
    public long Step { get; set; }

    /// <summary>Running means of the gradients, by parameter.</summary>
    public Dictionary<string, float[]> Means { get; }

    /// <summary>Running means of their squares.</summary>
    public Dictionary<string, float[]> Squares { get; }

    /// <summary>Moves every parameter against its gradient; all gradients together are clipped to a norm (Pascanu et al. 2013).</summary>
    public void Update(double learningRate, double clipNorm)
    {
        double squares = 0;
        foreach (var parameter in _parameters)
        {
            squares += System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(parameter.Gradient);
        }

        var norm = Math.Sqrt(squares);
        var scale = (float)(norm > clipNorm ? clipNorm / (norm + 1e-6) : 1);
        Step++;
        var unbias1 = (float)(1 / (1 - Math.Pow(Beta1, Step)));
        var unbias2 = (float)(1 / (1 - Math.Pow(Beta2, Step)));
        foreach (var parameter in _parameters)
        {
            var decay = parameter.Product is null ? 1 : 1 - ((float)learningRate * _decay);
            _workers.Run(parameter.Values.Length, (from, to) => Update(
                parameter.Values.AsSpan(from, to - from), parameter.Gradient.AsSpan(from, to - from),
                Means[parameter.Name].AsSpan(from, to - from), Squares[parameter.Name].AsSpan(from, to - from),
                scale, decay, (float)learningRate * unbias1, unbias2));
        }
    }

    private static void Update(
        Span<float> values, Span<float> gradient, Span<float> means, Span<float> squares,
        float scale, float decay, float rate, float unbias2)
    {
        var at = 0;
        for (; at <= values.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var g = new Vector<float>(gradient[at..]) * scale;
            var m = (new Vector<float>(means[at..]) * Beta1) + (g * (1 - Beta1));
            var s = (new Vector<float>(squares[at..]) * Beta2) + (g * g * (1 - Beta2));
            m.CopyTo(means[at..]);
            s.CopyTo(squares[at..]);
            var step = m * rate / (Vector.SquareRoot(s * unbias2) + new Vector<float>(Epsilon));
            ((new Vector<float>(values[at..]) * decay) - step).CopyTo(values[at..]);
        }

        for (; at < values.Length; at++)
        {
            var g = gradient[at] * scale;
            means[at] = (means[at] * Beta1) + (g * (1 - Beta1));
            squares[at] = (squares[at] * Beta2) + (g * g * (1 - Beta2));
            values[at] = (values[at] * decay) - (means[at] * rate / (MathF.Sqrt(squares[at] * unbias2) + Epsilon));
        }
    }
}
