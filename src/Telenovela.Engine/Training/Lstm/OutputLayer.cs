using System.Numerics.Tensors;

namespace Telenovela.Engine.Training.Lstm;

/// <summary>The linear layer with softmax and cross-entropy. Rows are worked on in blocks, so that the logits stay in the cache.</summary>
internal sealed class OutputLayer(Parameter weight, Parameter bias, Workers workers)
{
    /// <summary>Rows a block: 512 × 6,000 bfloat16 logits are 6 MB.</summary>
    private const int Block = 512;

    private readonly float[] _part = new float[weight.Gradient.Length];

    /// <summary>Measures the loss.</summary>
    /// <param name="hidden"><c>[rows, width]</c>.</param>
    /// <param name="targets">The token that follows in each row; below 0 for a row that doesn't count.</param>
    /// <param name="byHidden">
    /// Gets the derivative by <paramref name="hidden"/>; null where only the loss is wanted. The weights' gradients are set then, too.
    /// </param>
    /// <returns>The sum of the losses, nats.</returns>
    public double Loss(Matrix hidden, int[] targets, Matrix? byHidden)
    {
        var counted = targets.Count(target => target >= 0);
        double sum = 0;
        Array.Clear(bias.Gradient);
        Array.Clear(weight.Gradient);
        for (var start = 0; start < hidden.Rows; start += Block)
        {
            var rows = Math.Min(Block, hidden.Rows - start);
            using var above = hidden.RowsOf(start, rows);
            using var logits = Matrix.MultiplyTransposed(above, weight.Product!.Tensor);
            sum += SoftmaxLoss(logits, targets.AsSpan(start, rows).ToArray(), byHidden is null ? 0 : 1f / counted);
            if (byHidden is not null)
            {
                using var back = Matrix.Multiply(logits.Tensor, weight.Product.Tensor);
                using var place = byHidden.RowsOf(start, rows);
                place.copy_(back.Tensor);
                using var byWeight = Matrix.TransposedMultiply(logits.Tensor, above);
                byWeight.Load(_part);
                TensorPrimitives.Add(weight.Gradient, _part, weight.Gradient);
            }
        }

        return sum;
    }

    /// <summary>The block's loss; with a scale, the logits become their derivatives.</summary>
    private double SoftmaxLoss(Matrix logits, int[] targets, float scale)
    {
        var sync = new Lock();
        double sum = 0;
        workers.Run(logits.Rows, (from, to) =>
        {
            double loss = 0;
            var row = new float[logits.Columns];
            var biases = new float[logits.Columns];
            for (var at = from; at < to; at++)
            {
                logits.Load(at, row);
                TensorPrimitives.Add(row, bias.Values, row);
                var target = targets[at];
                var wanted = target < 0 ? 0 : row[target];
                var highest = TensorPrimitives.Max<float>(row);
                TensorPrimitives.Subtract(row, highest, row);
                TensorPrimitives.Exp(row, row);
                var total = TensorPrimitives.Sum<float>(row);
                loss += target < 0 ? 0 : Math.Log(total) + highest - wanted;
                if (scale > 0)
                {
                    TensorPrimitives.Multiply(row, target < 0 ? 0 : scale / total, row);
                    if (target >= 0)
                    {
                        row[target] -= scale;
                    }

                    logits.Store(at, row);
                    TensorPrimitives.Add(biases, row, biases);
                }
            }

            lock (sync)
            {
                sum += loss;
                if (scale > 0)
                {
                    TensorPrimitives.Add(bias.Gradient, biases, bias.Gradient);
                }
            }
        });
        return sum;
    }
}
