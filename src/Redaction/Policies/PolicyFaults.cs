namespace Redaction;

/// <summary>The mistakes of a policy file, gathered so that all of them are told at once.</summary>
internal sealed class PolicyFaults
{
    private readonly List<PolicyException> _faults = [];

    public void Add(PolicyException fault) => _faults.Add(fault);

    /// <exception cref="PolicyException">There is a mistake.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0) throw PolicyException.OfAll([.. _faults.OrderBy(static f => f.Line ?? 0)]);
    }
}
