package cn.shiyu.assessment.index;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * An indicator's formulas, ready to run. Written in CEL, which has no loops, no calls and reaches nothing. All numbers are doubles: write
 * {@code 100.0}, not {@code 100}.
 */
public final class Formulas {

    private static final String RATE = "rate";
    private static final CelCompiler OVER_COUNTS = overCounts();
    private static final CelCompiler OVER_RATE = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar(RATE, SimpleType.DOUBLE)
            .setResultType(SimpleType.DOUBLE)
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final Indicator indicator;
    private final CelRuntime.Program good;
    private final CelRuntime.Program of;
    private final CelRuntime.Program score;

    /** @throws IllegalArgumentException with the compiler's words when one of them is wrong */
    public Formulas(Indicator indicator) {
        this.indicator = indicator;
        this.good = compiled(OVER_COUNTS, indicator.good());
        this.of = compiled(OVER_COUNTS, indicator.of());
        this.score = compiled(OVER_RATE, indicator.points());
    }

    public Indicator indicator() {
        return indicator;
    }

    /** @throws IllegalStateException when more counts as good than there is */
    public Share share(Counts counts) {
        Map<String, Object> variables = new HashMap<>();
        Counts.NAMES.forEach(name -> variables.put(name, (double) counts.get(name)));
        Share share = new Share(run(good, variables), run(of, variables));
        if (share.good() < 0 || share.good() > share.of()) {
            throw new IllegalStateException("指标“" + indicator.code() + "”的 good 应在 0 和 of 之间，得到 " + share.good() + " / " + share.of());
        }
        return share;
    }

    /** Points, 0 to 100. */
    public double points(double rate) {
        return Math.min(100, Math.max(0, run(score, Map.of(RATE, rate))));
    }

    private static CelCompiler overCounts() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.DOUBLE);
        Counts.NAMES.forEach(name -> builder.addVar(name, SimpleType.DOUBLE));
        return builder.build();
    }

    private static CelRuntime.Program compiled(CelCompiler compiler, String formula) {
        try {
            return RUNTIME.createProgram(compiler.compile(formula).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(formula + ": " + e.getMessage(), e);
        }
    }

    private static double run(CelRuntime.Program program, Map<String, ?> variables) {
        try {
            double result = (Double) program.eval(variables);
            if (!Double.isFinite(result)) {
                throw new IllegalStateException("公式的结果不是数：" + result);
            }
            return result;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
