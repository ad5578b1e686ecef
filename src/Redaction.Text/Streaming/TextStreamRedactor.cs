namespace Redaction.Text;

/// <summary>Redacts a text that arrives in pieces. The output does not depend on where the pieces are cut,
/// and memory does not grow with the text.</summary>
/// <remarks>
/// A value is found with <see cref="TextStreamOptions.Margin"/> characters on either side of it;
/// a value that does not fit into the window makes the window grow, up to 2²⁵ characters, beyond which the stream fails
/// (<see cref="ErrorCodes.TooLarge"/>) and nothing of the value is released. After any failure the redactor takes no more text.
/// What was written before is final: it holds nothing that later text would have had redacted by a detector; refiners such as
/// <see cref="RepeatedMentions"/> see the window and not the whole stream. Belongs to one thread at a time.
/// </remarks>
public sealed class TextStreamRedactor : IDisposable
{
    private readonly WindowRounds _rounds;
    private State _state;

    private enum State { Open, Completed, Failed }

    /// <summary>Begins a stream.</summary>
    /// <param name="redactor">Plans and writes, with one memory for the stream.</param>
    /// <param name="options">How much is looked at together; null takes the defaults.</param>
    /// <param name="context">What policy rules may match on.</param>
    /// <param name="observer">Is notified of every plan; offsets are those of the stream.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the margin is smaller than one character.</exception>
    public TextStreamRedactor(
        TextRedactor redactor, TextStreamOptions? options = null, RedactionContext? context = null, RedactionObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Window, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Margin, 1, nameof(options));
        var job = new DocumentJob(redactor)
        {
            Context = context ?? RedactionContext.Default,
            Observer = observer ?? RedactionObserver.None
        };
        _rounds = new(options.Window, options.Margin, job, new PlainReading(job));
    }

    /// <summary>Takes the next piece and writes what is sure by now.</summary>
    /// <exception cref="InvalidOperationException">The stream is completed or has failed.</exception>
    /// <exception cref="RedactionException">A detector or operator failed; nothing of the window is written.</exception>
    public void Write(ReadOnlySpan<char> text, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_state != State.Open) throw new InvalidOperationException("The stream has ended.");
        _state = State.Failed; // until all went well
        while (!text.IsEmpty)
        {
            var count = Math.Min(text.Length, _rounds.Free.Length);
            text[..count].CopyTo(_rounds.Free);
            _rounds.Advance(count);
            text = text[count..];
            if (_rounds.Free.IsEmpty) _rounds.Run(isLast: false, output);
        }
        _state = State.Open;
    }

    /// <summary>Writes the rest: no more text comes.</summary>
    /// <exception cref="InvalidOperationException">The stream is completed or has failed.</exception>
    /// <exception cref="RedactionException">A detector or operator failed; nothing of the window is written.</exception>
    public void Complete(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_state != State.Open) throw new InvalidOperationException("The stream has ended.");
        _state = State.Failed;
        _rounds.Run(isLast: true, output);
        _state = State.Completed;
    }

    /// <summary>Redacts all that a reader gives, as it arrives; reads and writes asynchronously only.</summary>
    /// <exception cref="InvalidOperationException">The stream is completed or has failed.</exception>
    /// <exception cref="RedactionException">A detector or operator failed; nothing of the window is written.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public async Task RedactAsync(TextReader input, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var piece = new char[4096];
        using var sure = new StringWriter(); // a writer may only be written to asynchronously
        try
        {
            while (await input.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                Write(piece.AsSpan(0, read), sure);
                await PassAsync(sure, output, cancellationToken).ConfigureAwait(false);
            }
            Complete(sure);
            await PassAsync(sure, output, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            piece.AsSpan().Clear();
        }
    }

    private static async Task PassAsync(StringWriter from, TextWriter to, CancellationToken cancellation)
    {
        await to.WriteAsync(from.GetStringBuilder(), cancellation).ConfigureAwait(false);
        from.GetStringBuilder().Clear();
    }

    /// <summary>Forgets the text.</summary>
    public void Dispose()
    {
        _state = State.Failed;
        _rounds.Dispose();
    }
}
