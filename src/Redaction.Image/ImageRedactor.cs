using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Finds personal data in images and paints over it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ImageRedactor
{
    private const string WrittenText = "written-text";
    private readonly RedactionPlanner<ImageSource, PixelBox> _planner, _glance;
    private readonly ImmutableArray<IImageOperator> _byRule;

    /// <summary>Makes a redactor.</summary>
    /// <param name="policy">Decides what happens to each finding.</param>
    /// <param name="detectors">The detectors to run, such as those of <see cref="ImageDetectors.CreateAll"/>.</param>
    /// <param name="operators">The operators that the policy may name, such as <see cref="ImageOperators.All"/>. A rule with one of another
    /// medium fills.</param>
    /// <exception cref="PolicyException">The policy names an operator or option that does not exist.</exception>
    public ImageRedactor(RedactionPolicy policy, IEnumerable<IImageDetector> detectors, params IEnumerable<IOperator> operators)
        : this(Bind(policy, new OperatorRegistry(operators)), policy, detectors) { }

    private ImageRedactor(ImmutableArray<IImageOperator> byRule, RedactionPolicy policy, IEnumerable<IImageDetector> detectors)
    {
        _byRule = byRule;
        var all = detectors.ToArray();
        _planner = new(policy, all) { Adjustment = Cover };
        _glance = new(policy, all.Where(static d => d.Info.Id != WrittenText));
    }

    /// <summary>A redactor whose operators are bound already.</summary>
    /// <param name="byRule">The operator of each rule, from <see cref="Bind"/>.</param>
    /// <param name="policy">Decides what happens to each finding.</param>
    /// <param name="detectors">The detectors to run.</param>
    /// <param name="keepsUnread">Whether text that could not be read stays as it is.</param>
    internal static ImageRedactor Of(ImmutableArray<IImageOperator> byRule, RedactionPolicy policy, IEnumerable<IImageDetector> detectors,
        bool keepsUnread = false) =>
        new(byRule, policy, detectors) { KeepsUnread = keepsUnread };

    /// <summary>The operator of each rule.</summary>
    /// <exception cref="PolicyException">The policy names an operator or option that does not exist.</exception>
    internal static ImmutableArray<IImageOperator> Bind(RedactionPolicy policy, OperatorRegistry operators)
    {
        IImageOperator fill = new Fill();
        return [.. operators.Bind<IImageOperator>(policy, Medium.Image, static (o, options) => o.Configure(options))
            .Select(o => o ?? fill)];
    }

    /// <summary>Whether text that could not be read stays as it is, whatever the policy says of it.</summary>
    /// <value>False.</value>
    internal bool KeepsUnread { get; init; }

    /// <summary>The policy that decides.</summary>
    public RedactionPolicy Policy => _planner.Policy;

    /// <summary>Plans the redaction: a dry run.</summary>
    /// <exception cref="RedactionException">A detector failed.</exception>
    public RedactionPlan<PixelBox> Plan(ImageSource image)
    {
        using var planes = new SharedPlanes();
        if (!KeepsUnread) return _planner.Plan(Of(image).With(planes));
        var found = new FindingSink<PixelBox>();
        Find(image, found);
        return Plan(image, found.Items);
    }

    /// <summary>Plans the redaction of an image in which these are the findings; no detector runs.</summary>
    public RedactionPlan<PixelBox> Plan(ImageSource image, ReadOnlySpan<Finding<PixelBox>> findings)
    {
        if (!KeepsUnread) return _planner.Plan(Of(image), findings);
        var left = new FindingSink<PixelBox>();
        foreach (ref readonly var finding in findings)
            if (finding.Type != EntityTypes.UnreadText) left.Add(in finding);
        return _planner.Plan(Of(image), left.Items);
    }

    /// <summary>Adds what the detectors find, whatever the policy says of it.</summary>
    /// <exception cref="RedactionException">A detector failed.</exception>
    public void Find(ImageSource image, FindingSink<PixelBox> findings)
    {
        using var planes = new SharedPlanes();
        _planner.Find(Of(image).With(planes), findings);
    }

    /// <summary>Adds what the detectors find but for written text, which costs most.</summary>
    internal void Glance(ImageSource image, FindingSink<PixelBox> findings) => _glance.Find(Of(image), findings);

    /// <summary>True when the policy takes such a finding out of images.</summary>
    internal bool ActsOn(in Finding<PixelBox> finding, RedactionContext context) =>
        !(KeepsUnread && finding.Type == EntityTypes.UnreadText) && Policy.Rules[RuleFor(in finding, context)].Operator != PolicyRule.Keep;

    /// <summary>Index of the rule that decides on a finding.</summary>
    internal int RuleFor(in Finding<PixelBox> finding, RedactionContext context) =>
        Policy.RuleFor(finding.Type, finding.Score, Of(context));

    /// <summary>Carries out a plan made under the same policy.</summary>
    /// <exception cref="ArgumentException">The plan was made under another policy.</exception>
    /// <exception cref="RedactionException">An operator failed; discard the image.</exception>
    public void Paint(PixelBuffer image, RedactionPlan<PixelBox> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.EnsureMadeUnder(Policy);
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            try
            {
                foreach (var box in item.Finding.Region.Boxes)
                    _byRule[item.Rule].Paint(image, item with { Finding = item.Finding with { Region = box } });
            }
            catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
            {
                throw new RedactionException(ErrorCodes.ComponentFailed, item.Operator, cause: e.GetType());
            }
        }
    }

    /// <summary>Paints over what is found and returns what was done.</summary>
    /// <exception cref="RedactionException">A detector or operator failed; discard the image.</exception>
    public RedactionPlan<PixelBox> Redact(
        PixelBuffer image, RedactionContext? context = null, RedactionObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plan = Plan(image.AsSource(context));
        observer ??= RedactionObserver.None;
        Notify(observer, default, plan, image.AsSource(context));
        cancellationToken.ThrowIfCancellationRequested();
        Paint(image, plan);
        observer.OnPlan(default, plan, []);
        return plan;
    }

    /// <summary>Shows an observer what is about to be painted over.</summary>
    internal static void Notify(RedactionObserver observer, in DocumentPlace place, RedactionPlan<PixelBox> plan, ImageSource image)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
            foreach (var box in item.Finding.Region.Boxes)
                if (image.Original(box) is { Width: > 0 } original)
                    observer.OnOriginal(in place, item with { Finding = item.Finding with { Region = box } }, original);
    }

    /// <summary>Boxes around everything that carrying out the plan changes.</summary>
    internal ImmutableArray<PixelBox> Reach(RedactionPlan<PixelBox> plan) =>
        [.. plan.Items.SelectMany(item => item.Finding.Region.Boxes.Select(box => _byRule[item.Rule].Reach(box).Span(box)))];

    private static ImageSource Of(ImageSource image) => image.In(Of(image.Context));

    private static RedactionContext Of(RedactionContext context) =>
        context.Medium == Medium.Image ? context : context with { Medium = Medium.Image };

    private PixelBox Cover(ImageSource image, in Finding<PixelBox> finding, int rule) =>
        PixelBox.Of(Covers(finding, _byRule[rule])).ClampTo(image.Width, image.Height);

    /// <summary>What is planned for each box of a finding; never less than the box.</summary>
    private static IEnumerable<PixelBox> Covers(Finding<PixelBox> finding, IImageOperator @operator)
    {
        foreach (var box in finding.Region.Boxes) yield return @operator.Cover(finding with { Region = box }).Span(box);
    }
}
