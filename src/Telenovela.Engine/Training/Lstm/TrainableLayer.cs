using System.Numerics.Tensors;

namespace Telenovela.Engine.Training.Lstm;

/// <summary>
/// An LSTM layer over B streams and T steps with its own back-propagation through time. What comes from below is multiplied for all steps
/// at once, what comes from the step before step by step; the weights' gradients are one large product each. Rows are ordered by step,
/// then stream: row t·B + b.
/// </summary>
internal sealed class TrainableLayer : IDisposable
{
    private readonly Parameter _input;
    private readonly Parameter _recurrent;
    private readonly Parameter _inputBias;
    private readonly Parameter _recurrentBias;
    private readonly Workers _workers;
    private readonly bool _bfloat16;

    // What the way back needs. Hidden and cell have the rows of the state before the first step in front.
    private Matrix? _hidden;
    private float[] _gates = [];
    private float[] _cells = [];
    private float[] _activated = [];
    private float[]? _weightMask;

    public TrainableLayer(
        int layer, int inputs, int width, IReadOnlyDictionary<string, Parameter> parameters, bool bfloat16, Workers workers)
    {
        Inputs = inputs;
        Width = width;
        _input = parameters[$"lstm.weight_ih_l{layer}"];
        _recurrent = parameters[$"lstm.weight_hh_l{layer}"];
        _inputBias = parameters[$"lstm.bias_ih_l{layer}"];
        _recurrentBias = parameters[$"lstm.bias_hh_l{layer}"];
        _workers = workers;
        _bfloat16 = bfloat16;
    }

    public int Inputs { get; }

    public int Width { get; }

    /// <summary>Brings the products' copies up to date; a share of the recurrent weights is left out (Merity et al. 2017).</summary>
    public void Refresh(double weightDrop, Random random)
    {
        _weightMask = weightDrop == 0 ? null : Dropout.Mask(_recurrent.Values.Length, weightDrop, random);
        _input.Refresh(null, _workers);
        _recurrent.Refresh(_weightMask, _workers);
    }

    /// <summary>Reads.</summary>
    /// <param name="input"><c>[T·B, inputs]</c>.</param>
    /// <param name="state">The streams' state, <c>[B, width]</c> each; afterwards the state behind the last step.</param>
    /// <param name="streams">B.</param>
    /// <returns>The outputs, <c>[T·B, width]</c>, a view that the next call takes away.</returns>
    public TorchSharp.torch.Tensor Forward(Matrix input, LayerState state, int streams)
    {
        var rows = input.Rows;
        Reserve(rows, streams);
        for (var stream = 0; stream < streams; stream++)
        {
            _hidden!.Store(stream, state.Hidden.AsSpan(stream * Width, Width));
        }

        state.Cell.CopyTo(_cells, 0);
        using var fromBelow = Matrix.MultiplyTransposed(input.Tensor, _input.Product!.Tensor);
        var bias = new float[4 * Width];
        TensorPrimitives.Add(_inputBias.Values, _recurrentBias.Values, bias);
        for (var start = 0; start < rows; start += streams)
        {
            using var before = _hidden!.RowsOf(start, streams);
            using var fromBefore = Matrix.MultiplyTransposed(before, _recurrent.Product!.Tensor);
            var first = start;
            _workers.Run(streams, (from, to) =>
            {
                var part = new float[4 * Width];
                var hidden = new float[Width];
                for (var stream = from; stream < to; stream++)
                {
                    var row = first + stream;
                    var gates = _gates.AsSpan(row * 4 * Width, 4 * Width);
                    fromBelow.Load(row, gates);
                    fromBefore.Load(stream, part);
                    TensorPrimitives.Add(gates, part, gates);
                    TensorPrimitives.Add(gates, bias, gates);
                    LstmCell.Forward(gates, Cells(row), Cells(row + streams), _activated.AsSpan(row * Width, Width), hidden);
                    _hidden.Store(row + streams, hidden);
                    if (first + streams == rows)
                    {
                        hidden.CopyTo(state.Hidden, stream * Width);
                        Cells(row + streams).CopyTo(state.Cell.AsSpan(stream * Width));
                    }
                }
            });
        }

        return _hidden!.RowsOf(streams, rows);
    }

    /// <summary>Back through all steps; adds nothing to the gradients, but sets them.</summary>
    /// <param name="input">As in <see cref="Forward"/>.</param>
    /// <param name="byOutput">The loss's derivative by the outputs, <c>[T·B, width]</c>, dropout not yet taken into account.</param>
    /// <param name="outputMask">The dropout behind the outputs, <c>[B, width]</c>; null for none.</param>
    /// <param name="streams">B.</param>
    /// <returns>The loss's derivative by the input, <c>[T·B, inputs]</c>.</returns>
    public Matrix Backward(Matrix input, Matrix byOutput, float[]? outputMask, int streams)
    {
        var rows = input.Rows;
        using var byGates = new Matrix(rows, 4 * Width, _bfloat16);
        var byCell = new float[streams * Width];
        Matrix? byBefore = null;
        Array.Clear(_recurrentBias.Gradient);
        var sync = new Lock();
        for (var start = rows - streams; start >= 0; start -= streams)
        {
            var (first, behind) = (start, byBefore);
            _workers.Run(streams, (from, to) =>
            {
                var byHidden = new float[Width];
                var part = new float[Width];
                var bias = new float[4 * Width];
                for (var stream = from; stream < to; stream++)
                {
                    var row = first + stream;
                    byOutput.Load(row, byHidden);
                    if (outputMask is not null)
                    {
                        TensorPrimitives.Multiply(byHidden, outputMask.AsSpan(stream * Width, Width), byHidden);
                    }

                    if (behind is not null)
                    {
                        behind.Load(stream, part);
                        TensorPrimitives.Add(byHidden, part, byHidden);
                    }

                    var gates = _gates.AsSpan(row * 4 * Width, 4 * Width);
                    LstmCell.Backward(
                        gates, Cells(row), _activated.AsSpan(row * Width, Width), byHidden, byCell.AsSpan(stream * Width, Width));
                    byGates.Store(row, gates);
                    TensorPrimitives.Add(bias, gates, bias);
                }

                lock (sync)
                {
                    TensorPrimitives.Add(_recurrentBias.Gradient, bias, _recurrentBias.Gradient);
                }
            });
            byBefore?.Dispose();
            using var now = byGates.RowsOf(start, streams);
            byBefore = start > 0 ? Matrix.Multiply(now, _recurrent.Product!.Tensor) : null;
        }

        byBefore?.Dispose();
        _recurrentBias.Gradient.CopyTo(_inputBias.Gradient, 0);
        using (var before = _hidden!.RowsOf(0, rows))
        using (var byRecurrent = Matrix.TransposedMultiply(byGates.Tensor, before))
        {
            byRecurrent.Load(_recurrent.Gradient);
        }

        if (_weightMask is not null)
        {
            TensorPrimitives.Multiply(_recurrent.Gradient, _weightMask, _recurrent.Gradient);
        }

        using (var byInputWeight = Matrix.TransposedMultiply(byGates.Tensor, input.Tensor))
        {
            byInputWeight.Load(_input.Gradient);
        }

        return Matrix.Multiply(byGates.Tensor, _input.Product!.Tensor);
    }

    public void Dispose() => _hidden?.Dispose();

    private Span<float> Cells(int row) => _cells.AsSpan(row * Width, Width);

    private void Reserve(int rows, int streams)
    {
        if (_hidden?.Rows == rows + streams && _activated.Length == rows * Width)
        {
            return;
        }

        _hidden?.Dispose();
        _hidden = new Matrix(rows + streams, Width, _bfloat16);
        _gates = new float[rows * 4 * Width];
        _cells = new float[(rows + streams) * Width];
        _activated = new float[rows * Width];
    }
}
