namespace Telenovela.Engine.Training.Lstm;

/// <summary>Trainable numbers with their gradient, and the copy that products are made with.</summary>
internal sealed class Parameter : IDisposable
{
    public Parameter(string name, long[] shape, bool bfloat16)
    {
        Name = name;
        var count = shape.Aggregate(1L, (size, length) => size * length);
        Values = new float[count];
        Gradient = new float[count];
        Product = shape.Length == 2 ? new Matrix(shape[0], shape[1], bfloat16) : null;
    }

    /// <summary>PyTorch's name for it.</summary>
    public string Name { get; }

    /// <summary>The numbers, 32-bit, row by row.</summary>
    public float[] Values { get; }

    /// <summary>The loss's derivative by each of them.</summary>
    public float[] Gradient { get; }

    /// <summary>Null for a bias.</summary>
    public Matrix? Product { get; }

    /// <summary>Brings the copy up to date, multiplied with a mask where there is one (DropConnect).</summary>
    public void Refresh(float[]? mask, Workers workers)
    {
        if (Product is not { } product)
        {
            return;
        }

        workers.Run(product.Rows, (from, to) =>
        {
            var masked = mask is null ? null : new float[product.Columns];
            for (var row = from; row < to; row++)
            {
                ReadOnlySpan<float> values = Values.AsSpan(row * product.Columns, product.Columns);
                if (masked is not null)
                {
                    System.Numerics.Tensors.TensorPrimitives.Multiply(values, mask.AsSpan(row * product.Columns, product.Columns), masked);
                    values = masked;
                }

                product.Store(row, values);
            }
        });
    }

    public void Dispose() => Product?.Dispose();
}
