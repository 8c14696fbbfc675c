using System.Numerics.Tensors;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Sampling;

/// <summary>One text in the making: chooses token after token from the logits that it is given, until the text has ended.</summary>
internal sealed class TextStream
{
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

    public TextStream(LanguageModel model, SamplingRequest request, TextOpening opening, long seed)
    {
        _model = model;
        _request = request;
        _random = new Xoshiro256(seed);
        _logits = new float[model.Tokenizer.Count];
        var filters = new List<ILogitFilter>();
        if (opening.Topic.Count > 0)
        {
            filters.Add(new TopicFilter(opening.Topic, request.TopicBonus));
        }

        if (request.Phrases is { } phrases)
        {
            filters.Add(new PhraseFilter(phrases, request.PhraseBonus));
        }

        _filters = [.. filters, .. request.Settings.ToFilters()];
        _required = opening.Required.Length;
        _text = new TextSoFar(opening.Text, opening.Required == " " ? 0 : _required);
        _constraints =
        [
            new NotBanned(request.Banned),
            new LineBeginnings(opening.LineStarts, allowsEmpty: request.Ending != TextEnding.Line),
        ];
        _wishes.Add(new TurnTaking(opening.LineStarts, request.AsideStart));
        if (_required > 0)
        {
            _constraints.Add(new RequiredStart(opening.Required));
        }

        if (request.Refuses is { } refuses)
        {
            var longest = request.Ending == TextEnding.Line ? 2 * request.Length : request.Length;
            _constraints.Add(new NoRefusedWord(refuses, model.Lexicon, longest + _required));
        }

        if (request.Ending == TextEnding.Exact)
        {
            _constraints.Add(new RoomLeft(request.Length + _required));
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
                TextEnding.Sentence => TextEnd.Cut(text, (int)Math.Ceiling(_request.Length * (1 + TextEnd.Slack)), _request.LineStarts),
                TextEnding.Line => text.TrimEnd('\n'),
                _ => text,
            };
        }
    }

    /// <summary>
    /// What stands behind the first characters of the text and stays, however it goes on: all of an exact one, whole lines of one that is
    /// cut at a sentence.
    /// </summary>
    public string Settled(int from)
    {
        var text = _text.Behind(_required + from);
        var feed = text.LastIndexOf('\n');
        return _request.Ending switch
        {
            TextEnding.Exact => text,
            TextEnding.Sentence when feed > 0 && TextEnd.IsSentenceEnd(text.AsSpan(0, feed)) => text[..feed],
            _ => "",
        };
    }

    /// <summary>Chooses the next token; the logits, <c>[vocabulary]</c>, stay as they are.</summary>
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

    private bool Allows(int id, bool withWishes = true)
    {
        var token = _model.Tokenizer.Decode(id);
        return _constraints.TrueForAll(constraint => constraint.Allows(_text, token))
            && (!withWishes || _wishes.TrueForAll(wish => wish.Allows(_text, token)));
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
            TextEnding.Line => _model.Tokenizer.Decode(_tokens[^1]).Contains('\n') || IsAtSentenceEnd(_request.Length, 2 * _request.Length),
            _ => IsAtSentenceEnd(_request.Length * (1 - TextEnd.Slack), _request.Length * (1 + TextEnd.Slack)),
        };

        bool IsAtSentenceEnd(double least, double most) => written >= least && (written >= most || TextEnd.IsSentenceEnd(_text.Tail(3)));
    }
}
