using System.Numerics.Tensors;

namespace Telenovela.Engine.Sampling;

/// <summary>Changes logits before a token is drawn.</summary>
internal interface ILogitFilter
{
    /// <summary>Changes the logits, <c>[vocabulary]</c>, of what may follow the tokens so far; −∞ leaves a token out.</summary>
    void Apply(Span<float> logits, IReadOnlyList<int> tokens);
}

/// <summary>Makes the words of a topic likelier, each until it has come.</summary>
internal sealed class TopicFilter(IReadOnlyList<int> topic, double bonus) : ILogitFilter
{
    public void Apply(Span<float> logits, IReadOnlyList<int> tokens)
    {
        foreach (var token in topic.Except(tokens))
        {
            logits[token] += (float)bonus;
        }
    }
}

/// <summary>Makes likelier what follows the last two tokens in a corpus.</summary>
internal sealed class PhraseFilter(PhraseTable phrases, double bonus) : ILogitFilter
{
    public void Apply(Span<float> logits, IReadOnlyList<int> tokens)
    {
        foreach (var token in tokens.Count < 2 ? [] : phrases.Next(tokens[^2], tokens[^1]))
        {
            logits[token] += (float)bonus;
        }
    }
}

/// <summary>Divides by the temperature.</summary>
internal sealed class TemperatureFilter(double temperature) : ILogitFilter
{
    public void Apply(Span<float> logits, IReadOnlyList<int> tokens) => TensorPrimitives.Divide(logits, (float)temperature, logits);
}

/// <summary>Leaves out what is far less likely than the likeliest.</summary>
internal sealed class MinPFilter(double share) : ILogitFilter
{
    public void Apply(Span<float> logits, IReadOnlyList<int> tokens) =>
        Logits.KeepAtLeast(logits, TensorPrimitives.Max<float>(logits) + (float)Math.Log(share));
}

/// <summary>Keeps the likeliest tokens.</summary>
internal sealed class TopKFilter(int count) : ILogitFilter
{
    public void Apply(Span<float> logits, IReadOnlyList<int> tokens)
    {
        if (count < logits.Length)
        {
            var sorted = logits.ToArray();
            Array.Sort(sorted);
            Logits.KeepAtLeast(logits, sorted[^count]);
        }
    }
}

/// <summary>Keeps the likeliest tokens that together have a share of the probability.</summary>
internal sealed class TopPFilter(double share) : ILogitFilter
{
    public void Apply(Span<float> logits, IReadOnlyList<int> tokens)
    {
        var highest = TensorPrimitives.Max<float>(logits);
        var kept = new List<float>();
        foreach (var logit in logits)
        {
            // What is a hundred thousand times less likely than the likeliest has no part in any share.
            if (logit > highest - 11.5f)
            {
                kept.Add(logit);
            }
        }

        kept.Sort((a, b) => b.CompareTo(a));
        var total = kept.Sum(logit => Math.Exp(logit - highest));
        double sum = 0;
        foreach (var logit in kept)
        {
            sum += Math.Exp(logit - highest);
            if (sum >= share * total)
            {
                Logits.KeepAtLeast(logits, logit);
                return;
            }
        }
    }
}

/// <summary>Makes tokens of the recent past less likely.</summary>
internal sealed class RepetitionPenaltyFilter(double penalty) : ILogitFilter
{
    private const int Window = 64;

    public void Apply(Span<float> logits, IReadOnlyList<int> tokens)
    {
        foreach (var token in tokens.Skip(tokens.Count - Window).Distinct())
        {
            logits[token] = (float)(logits[token] > 0 ? logits[token] / penalty : logits[token] * penalty);
        }
    }
}

/// <summary>What several filters do.</summary>
internal static class Logits
{
    /// <summary>Leaves out what is below a bound.</summary>
    public static void KeepAtLeast(Span<float> logits, float least)
    {
        foreach (ref var logit in logits)
        {
            logit = logit < least ? float.NegativeInfinity : logit;
        }
    }
}
