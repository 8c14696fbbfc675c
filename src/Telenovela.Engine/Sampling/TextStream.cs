using System.Numerics.Tensors;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Sampling;

/// <summary>One text in the making: chooses token after token from the logits that it is given, until the text has ended.</summary>
internal sealed class TextStream
{
    /// <summary>How far a text may be from the length that was asked for.</summary>
    private const double Slack = 0.2;

    private readonly LanguageModel _model;
    private readonly SamplingRequest _request;
    private readonly IReadOnlyList<ILogitFilter> _filters;
    private readonly List<ITextConstraint> _constraints;

    // Given up where nothing else would be allowed.
    private readonly List<ITextConstraint> _wishes = [];
    private readonly Xoshiro256 _random;
    private readonly List<int> _tokens = [];
    private readonly float[] _logits;
    private readonly TextSoFar _text;
    private readonly int _required;

    /// <summary>Prepares a text.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="seed">Of this text.</param>
    public TextStream(LanguageModel model, SamplingRequest request, long seed)
    {
        _model = model;
        _request = request;
        _random = new Xoshiro256(seed);
        _logits = new float[model.Tokenizer.Count];
        _filters = request.Settings.ToFilters();
        var (before, required) = Split(model, request);
        Opening = before.Count > 0 ? before : model.Tokenizer.EncodePrompt("\n");
        _required = required.Length;
        _text = new TextSoFar(model.Tokenizer.Decode([.. before]), required.TrimStart().Length == 0 ? 0 : required.Length);
        var starts = request.LineStarts.Where(start => start.Length > 0 && !model.Tokenizer.Encode(start).Contains(ITokenizer.UnknownId)).ToList();
        _constraints = [new NotBanned(request.Banned), new LineBeginnings(starts, allowsEmpty: request.Ending != TextEnding.Line)];
        _wishes.Add(new TurnTaking(starts, request.AsideStart));
        if (required.Length > 0)
        {
            _constraints.Add(new RequiredStart(required));
        }

        if (request.Ending == TextEnding.Exact)
        {
            _constraints.Add(new RoomLeft(request.Length + required.Length));
        }

        if (request.Settings.Guarded)
        {
            _wishes.Add(new NoThirdTime());
            if (model.Lexicon is { } lexicon)
            {
                _wishes.Add(new KnownWords(lexicon));
            }
        }

        HasEnded = request.Length == 0;
    }

    /// <summary>What must be read before the first token is chosen.</summary>
    public IReadOnlyList<int> Opening { get; }

    /// <summary>Whether the text is whole.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The tokens chosen.</summary>
    public IReadOnlyList<int> Tokens => _tokens;

    /// <summary>The text, without the part of the prompt's last word that was taken back.</summary>
    public string Text
    {
        get
        {
            var text = _text.ToString();
            text = text.Length <= _required ? "" : text[_required..];
            return _request.Ending switch
            {
                TextEnding.Sentence => TextEnd.Cut(text, (int)Math.Ceiling(_request.Length * (1 + Slack)), _request.LineStarts),
                TextEnding.Line => text.TrimEnd('\n'),
                _ => text,
            };
        }
    }

    /// <summary>Chooses the next token.</summary>
    /// <param name="logits"><c>[vocabulary]</c>; stay as they are.</param>
    /// <returns>Its id.</returns>
    public int Choose(ReadOnlySpan<float> logits)
    {
        logits.CopyTo(_logits);
        _logits[ITokenizer.UnknownId] = float.NegativeInfinity;
        foreach (var filter in _filters)
        {
            filter.Apply(_logits, _tokens);
        }

        var id = Draw() ?? Likeliest(logits);
        _tokens.Add(id);
        _text.Append(_model.Tokenizer.Decode(id));
        HasEnded = IsEnd();
        return id;
    }

    /// <summary>
    /// A word that the prompt ends in is taken back, since its tokens would be others if it went on: the text must then begin with it
    /// ("token healing").
    /// </summary>
    private static (IReadOnlyList<int> Before, string Required) Split(LanguageModel model, SamplingRequest request)
    {
        var text = model.Tokenizer.Fold(request.Context) + model.Tokenizer.Fold(request.Prompt);
        var ids = model.Tokenizer.Encode(text).ToList();
        if (model.Tokenizer.Kind == CharacterTokenizer.KindName || request.Prompt.Length == 0 || text.Length == 0 || !(char.IsLetter(text[^1]) || text[^1] == ' '))
        {
            return (ids, "");
        }

        // A space belongs to the word behind it.
        var required = "";
        if (text[^1] == ' ' && model.Tokenizer.Decode(ids[^1]) == " ")
        {
            ids.RemoveAt(ids.Count - 1);
            return (ids, " ");
        }

        while (ids.Count > 0 && model.Tokenizer.Decode(ids[^1]) is var last && last.Length > 0 && char.IsLetter(last[^1]))
        {
            ids.RemoveAt(ids.Count - 1);
            required = last + required;
            if (!char.IsLetter(last[0]))
            {
                break;
            }
        }

        return (ids, required);
    }

    private bool Allows(int id, bool withWishes = true)
    {
        var token = _model.Tokenizer.Decode(id);
        return _constraints.TrueForAll(constraint => constraint.Allows(_text, token)) && (!withWishes || _wishes.TrueForAll(wish => wish.Allows(_text, token)));
    }

    /// <summary>Draws from what the filters left; null where nothing of it is allowed.</summary>
    private int? Draw()
    {
        if (_request.Settings.Temperature == 0)
        {
            return null;
        }

        // exp(logit - highest): no overflow, and the highest weighs 1.
        var highest = TensorPrimitives.Max<float>(_logits);
        TensorPrimitives.Subtract(_logits, highest, _logits);
        TensorPrimitives.Exp(_logits, _logits);
        double sum = TensorPrimitives.Sum<float>(_logits);
        while (sum > 1e-6)
        {
            var left = _random.NextDouble() * sum;
            var drawn = -1;
            for (var id = 0; id < _logits.Length; id++)
            {
                if (_logits[id] > 0)
                {
                    drawn = id;
                    left -= _logits[id];
                    if (left < 0)
                    {
                        break;
                    }
                }
            }

            if (drawn < 0 || Allows(drawn))
            {
                return drawn < 0 ? null : drawn;
            }

            sum -= _logits[drawn];
            _logits[drawn] = 0;
        }

        return null;
    }

    /// <summary>The likeliest token that is allowed, whatever the filters left out; where none is, the likeliest of all.</summary>
    private int Likeliest(ReadOnlySpan<float> logits)
    {
        var order = Enumerable.Range(1, logits.Length - 1).ToArray();
        var keys = logits[1..].ToArray();
        TensorPrimitives.Negate<float>(keys, keys);
        Array.Sort(keys, order);
        return Array.Find(order, id => Allows(id)) is > 0 and var allowed ? allowed
            : Array.Find(order, id => Allows(id, withWishes: false)) is > 0 and var tolerated ? tolerated
            : order[0];
    }

    private bool IsEnd()
    {
        var written = _text.Written - _required;
        return _request.Ending switch
        {
            TextEnding.Exact => written >= _request.Length,
            TextEnding.Line => _model.Tokenizer.Decode(_tokens[^1]).Contains('\n') || (written >= _request.Length && (TextEnd.IsSentenceEnd(_text.Tail(3)) || written >= 2 * _request.Length)),
            _ => written >= _request.Length * (1 - Slack) && (TextEnd.IsSentenceEnd(_text.Tail(3)) || written >= _request.Length * (1 + Slack)),
        };
    }
}
