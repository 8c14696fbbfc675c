using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Telenovela.Engine.Training.Lstm;

/// <summary>
/// A matrix of libtorch's, in 32-bit or 16-bit brain floating point, whose rows are read and written as 32-bit numbers. Products are
/// libtorch's (oneDNN multiplies bfloat16 two to three times as fast where the processor can, and sums in 32 bits); everything else
/// is done here, row by row.
/// </summary>
internal sealed unsafe class Matrix : IDisposable
{
    private readonly byte* _data;

    /// <summary>A matrix of zeros.</summary>
    public Matrix(long rows, long columns, bool bfloat16)
        : this(zeros(rows, columns, dtype: bfloat16 ? ScalarType.BFloat16 : ScalarType.Float32).DetachFromDisposeScope())
    {
    }

    private Matrix(Tensor tensor)
    {
        Tensor = tensor;
        IsBFloat16 = tensor.dtype == ScalarType.BFloat16;
        Rows = (int)tensor.shape[0];
        Columns = (int)tensor.shape[1];
        fixed (byte* data = tensor.bytes)
        {
            // libtorch's memory: it doesn't move.
            _data = data;
        }
    }

    public Tensor Tensor { get; }

    public bool IsBFloat16 { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>a · b.</summary>
    public static Matrix Multiply(Tensor a, Tensor b) => new(a.mm(b).DetachFromDisposeScope());

    /// <summary>a · bᵀ.</summary>
    public static Matrix MultiplyTransposed(Tensor a, Tensor b) => new(nn.functional.linear(a, b).DetachFromDisposeScope());

    /// <summary>aᵀ · b.</summary>
    public static Matrix TransposedMultiply(Tensor a, Tensor b)
    {
        using var transposed = a.t();
        return new Matrix(transposed.mm(b).DetachFromDisposeScope());
    }

    /// <summary>Some rows, as a view.</summary>
    public Tensor RowsOf(long start, long count) => Tensor.narrow(0, start, count).DetachFromDisposeScope();

    /// <summary>A row as 32-bit numbers.</summary>
    public void Load(int row, Span<float> values)
    {
        if (!IsBFloat16)
        {
            new ReadOnlySpan<float>(_data + ((long)row * Columns * sizeof(float)), Columns).CopyTo(values);
            return;
        }

        var from = new ReadOnlySpan<ushort>(_data + ((long)row * Columns * sizeof(ushort)), Columns);
        var at = 0;
        for (; at <= Columns - 16; at += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at));
            Vector256.ShiftLeft(low, 16).AsSingle().StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
            Vector256.ShiftLeft(high, 16).AsSingle().StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at + 8);
        }

        for (; at < Columns; at++)
        {
            values[at] = BitConverter.UInt32BitsToSingle((uint)from[at] << 16);
        }
    }

    /// <summary>Writes a row; bfloat16 is rounded to the nearest, ties to even.</summary>
    public void Store(int row, ReadOnlySpan<float> values)
    {
        if (!IsBFloat16)
        {
            values.CopyTo(new Span<float>(_data + ((long)row * Columns * sizeof(float)), Columns));
            return;
        }

        var to = new Span<ushort>(_data + ((long)row * Columns * sizeof(ushort)), Columns);
        var at = 0;
        for (; at <= Columns - 16; at += 16)
        {
            var low = Round(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at).AsUInt32());
            var high = Round(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at + 8).AsUInt32());
            Vector256.Narrow(low, high).StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)at);
        }

        for (; at < Columns; at++)
        {
            var bits = BitConverter.SingleToUInt32Bits(values[at]);
            to[at] = (ushort)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
        }
    }

    /// <summary>All rows, one after the other.</summary>
    public void Load(Span<float> values)
    {
        for (var row = 0; row < Rows; row++)
        {
            Load(row, values.Slice(row * Columns, Columns));
        }
    }

    /// <summary>Writes all rows.</summary>
    public void Store(ReadOnlySpan<float> values)
    {
        for (var row = 0; row < Rows; row++)
        {
            Store(row, values.Slice(row * Columns, Columns));
        }
    }

    public void Dispose() => Tensor.Dispose();

    private static Vector256<uint> Round(Vector256<uint> bits) =>
        Vector256.ShiftRightLogical(bits + Vector256.Create(0x7fffu) + (Vector256.ShiftRightLogical(bits, 16) & Vector256<uint>.One), 16);
}
